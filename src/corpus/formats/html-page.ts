// A saved web page → its article: what Readability takes for it, with the bytes of each word, and what the page declares.

import { type HtmlNode, readHtmlTree } from "../../text/html-tree.ts";
import { placeBytes } from "./byte-places.ts";
import { type DecodedText, decodeText } from "./decode-text.ts";
import { type Extraction, type FileBytes, refuse } from "./format.ts";
import { restoreMarks } from "./guess-encoding.ts";
import { chooseBody } from "./html-body.ts";
import { dropFurniture } from "./html-furniture.ts";
import { readPageMetadata } from "./html-metadata.ts";
import { composeHtml } from "./html-text.ts";

export async function readPage(file: FileBytes): Promise<Extraction> {
  const decoded = decodePage(file);
  if (decoded.kind === "undecodable") return refuse(decoded.reason, decoded.detail);
  const { text: html } = decoded;
  const nodes = readHtmlTree(html);
  const isWhole = /<(?:html|head|body)\b/i.test(html);
  const body = isWhole ? await chooseBody(html, nodes) : undefined;
  if (isWhole && body === undefined) return refuse("no-prose", "no article was found in the page");
  const chosen = body && dropFurniture(nodes, body.texts);
  const isChosen = (start: number): boolean => chosen?.has(start) ?? true;
  const { text, blocks, places } = composeHtml(
    html,
    nodes,
    isChosen,
    placeBytes(decoded, file.bytes),
  );
  if (text === "") return refuse("no-prose", "there are no words in the page");
  const metadata = readPageMetadata(html, nodes, body?.byline);
  const doubts = tellStub(html, nodes, text);
  return {
    articles: [
      {
        text,
        extracted: {
          format: "web page",
          blocks,
          places,
          metadata: doubts.length === 0 ? metadata : { ...metadata, doubts },
        },
      },
    ],
    refused: [],
  };
}

const CHARSET =
  /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w:.-]+)|<\?xml[^>]*\bencoding\s*=\s*["']([\w:.-]+)/i;

/** UTF-8 where the bytes are, whatever the page says; else as it says; else as they make sense. */
function decodePage({ bytes }: FileBytes): DecodedText {
  const decoded = decodeText(bytes);
  const isCertain = decoded.kind === "text" && decoded.guessed === undefined;
  const head = String.fromCharCode(...bytes.subarray(0, 4_096));
  const label = CHARSET.exec(head)?.slice(1).find(Boolean);
  if (isCertain || label === undefined) return decoded;
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    const text = restoreMarks(decoder.decode(bytes));
    return { kind: "text", text, encoding: decoder.encoding, mark: 0 };
  } catch {
    return decoded;
  }
}

/** Pages that are no article, or only its opening, say so in a few words that all sites use. */
const WALL =
  /\b(?:subscribe (?:now )?to (?:continue|read)|to continue reading|already a subscriber|subscribers? only|create a free account to|sign in to read)\b/i;
const FAULT =
  /\b(?:page not found|404 error|access denied|enable javascript|are you a robot|verify you are (?:a )?human|checking your browser)\b/i;
const SHORT = 1_200;

function tellStub(html: string, nodes: readonly HtmlNode[], text: string) {
  if (text.length > SHORT) return [];
  const shown = html
    .slice(nodes[0]?.start ?? 0)
    .replace(/<(script|style)\b[\s\S]*?<\/\1>|<[^>]*>/gi, " ");
  const details = [
    ...(FAULT.test(shown)
      ? ["the page looks like an error or a check of the browser, not an article"]
      : []),
    ...(WALL.test(shown) ? ["the page looks like the opening of an article behind a paywall"] : []),
  ];
  return details.map((detail) => ({ line: 1, key: "", detail }));
}
