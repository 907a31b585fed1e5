// A mail (.eml) or a box of mails (.mbox) → an article each: its sender's words, without what it quotes of earlier ones.

import type { FindPlaces, Place, PlaceStep } from "../../core/place.ts";
import { TextComposer } from "./compose-text.ts";
import { declareFields } from "./declare-fields.ts";
import {
  type ExtractedArticle,
  type Extraction,
  type ExtractOptions,
  type Format,
  opensWith,
  type Refused,
} from "./format.ts";
import { extractInner } from "./gather-articles.ts";
import { restoreMarks } from "./guess-encoding.ts";

/** Header fields, two of which open a mail. */
const FIELD =
  "(?:From|To|Cc|Subject|Date|Message-ID|MIME-Version|Received|Return-Path|Delivered-To|Reply-To|Sender|Content-Type|Content-Transfer-Encoding|DKIM-Signature|List-[\\w-]+|X-[\\w-]+)";
const LINE = "[^\\r\\n]*(?:\\r?\\n[ \\t][^\\r\\n]*)*\\r?\\n";
const MAIL = new RegExp(`^${FIELD}:${LINE}${FIELD}:(?![\\s\\S]*multipart/related)`, "i");
const BOX = new RegExp(`^From [^\\r\\n]+\\r?\\n>?${FIELD}:`, "i");
/** Begins a mail in a box. */
const BOX_LINE = /^From [^\r\n]*(?:\r\n|\n|$)/;

export const MAIL_FORMAT: Format = {
  name: "mail",
  endings: [".eml", ".mbox"],
  matches: (file) => opensWith(file, BOX) || opensWith(file, MAIL),
  async extract(file, options) {
    if (!opensWith(file, BOX)) return await readMail({ bytes: file.bytes, options, outer: [] });
    const all = [];
    for (const [at, bytes] of splitBox(file.bytes).entries()) {
      const number = at + 1;
      const outer: Place = [{ kind: "record", number }];
      all.push(await readMail({ bytes, options, outer, part: String(number) }));
    }
    return {
      articles: all.flatMap(({ articles }) => articles),
      refused: all.flatMap(({ refused }) => refused),
    };
  },
};

/** A line that begins with "From " behind an empty line begins a mail; one of a mail's own is written ">From ". */
function splitBox(bytes: Uint8Array): readonly Uint8Array[] {
  const box = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const starts = [0];
  for (let at = box.indexOf("\nFrom "); at >= 0; at = box.indexOf("\nFrom ", at + 1)) {
    const before = box.subarray(Math.max(0, at - 2), at).toString("latin1");
    if (before.endsWith("\n") || before.endsWith("\n\r")) starts.push(at + 1);
  }
  return starts.map((start, at) => {
    const mail = box.subarray(start, starts[at + 1] ?? box.length);
    const head = BOX_LINE.exec(mail.subarray(0, 1_000).toString("latin1"))?.[0] ?? "";
    return mail.subarray(head.length);
  });
}

interface MailToRead {
  readonly bytes: Uint8Array;
  readonly options: ExtractOptions;
  /** Steps that lead to the mail. */
  readonly outer: Place;
  readonly part?: string;
}

async function readMail({ bytes, options, outer, part }: MailToRead): Promise<Extraction> {
  const { default: PostalMime } = await import("postal-mime");
  const number = part === undefined ? {} : { part };
  const refuse = (reason: Refused["reason"], detail: string): Extraction => ({
    articles: [],
    refused: [{ ...number, reason, detail }],
  });
  let mail: Awaited<ReturnType<typeof PostalMime.parse>>;
  try {
    mail = await PostalMime.parse(bytes);
  } catch (cause) {
    return refuse("damaged", `it is no mail: ${cause instanceof Error ? cause.message : ""}`);
  }
  const { text = "", html = "", from, subject, date } = mail;
  // The part in HTML says the same as the plain one, with more around it.
  const body =
    text.trim() === ""
      ? await readHtml(html, outer, options)
      : readPlain(restoreMarks(text.replace(/^>From /gm, "From ")), outer, bytes);
  if (body === undefined || body.text.trim() === "")
    return refuse("no-prose", "there are no words of its sender in it");
  const told = [...body.told, ...tellFiles(mail.attachments)];
  const doubts = told.map((detail) => ({ line: 1, key: "", detail }));
  const author = from?.name || from?.address;
  const declared = declareFields(Object.entries({ title: subject, author, date }), "header");
  const metadata = doubts.length === 0 ? declared : { ...declared, doubts };
  const { blocks, places } = body;
  const extracted = { format: "mail", ...(blocks && { blocks }), metadata, places };
  return { articles: [{ ...number, text: body.text, extracted }], refused: [] };
}

interface Body {
  readonly text: string;
  readonly blocks?: NonNullable<ExtractedArticle["extracted"]>["blocks"];
  readonly places: FindPlaces;
  readonly told: readonly string[];
}

async function readHtml(
  html: string,
  outer: Place,
  options: ExtractOptions,
): Promise<Body | undefined> {
  if (html.trim() === "") return undefined;
  // However it was packed, places count in its text with the line ends of a text.
  const bytes = new TextEncoder().encode(html.replaceAll("\r\n", "\n"));
  const file = { name: "body.html", bytes };
  const part: PlaceStep = { kind: "part", name: "text/html" };
  const [article] = (await extractInner({ file, outer: [...outer, part] }, options)).articles;
  if (article?.extracted === undefined) return undefined;
  const { blocks, places } = article.extracted;
  return { text: article.text, ...(blocks && { blocks }), places, told: [] };
}

/** What stands before the words of an earlier mail. */
const INTRODUCTION = /^(?:on .{6,200} wrote:|-{2,} ?(?:original|forwarded) message ?-{2,})$/i;
/** Below these lines nothing is the sender's, or nothing is said. */
const END = /^(?:-- ?|-{2,} ?(?:original|forwarded) message ?-{2,}|_{20,})$/i;

/** A line that stands in the mail as it is has bytes of its own; an encoded one has its part's name. */
function readPlain(text: string, outer: Place, bytes: Uint8Array): Body {
  const mail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const composer = new TextComposer();
  const { lines, isCut } = takeOwn(text);
  // The head may hold the same words: a subject.
  let cursor = Math.max(0, mail.toString("latin1").search(/\r?\n\r?\n/));
  let isOpen = false;
  for (const words of lines) {
    if (isOpen && words !== "") composer.put(" ");
    else composer.begin();
    isOpen = words !== "";
    const start = mail.indexOf(words, cursor);
    if (start >= 0) cursor = start + Buffer.byteLength(words);
    const at = (offset: number): number => start + Buffer.byteLength(words.slice(0, offset));
    composer.put(words, (span) =>
      start < 0
        ? [...outer, { kind: "part", name: "text/plain" }]
        : [...outer, { kind: "bytes", start: at(span.start), end: at(span.end) }],
    );
  }
  const told = isCut ? ["what it quotes of earlier mails, or its signature, is not read"] : [];
  return { ...composer.finish(), told };
}

/** Lines without the white space around them; one that is somebody else's parts paragraphs as an empty one does. */
function takeOwn(text: string): { readonly lines: readonly string[]; readonly isCut: boolean } {
  const all = text.split(/\r\n|\r|\n/);
  const end = all.findIndex((line) => END.test(line));
  const lines = (end < 0 ? all : all.slice(0, end)).map((line) => line.trim());
  const isOther = (line: string): boolean => line.startsWith(">") || INTRODUCTION.test(line);
  const own = lines.map((line) => (isOther(line) ? "" : line));
  return { lines: own, isCut: end >= 0 || lines.some(isOther) };
}

const NAMED = 3;

function tellFiles(
  attachments: readonly { readonly filename: string | null }[],
): readonly string[] {
  if (attachments.length === 0) return [];
  const names = attachments.slice(0, NAMED).map(({ filename }) => filename ?? "one without a name");
  const rest = attachments.length > NAMED ? ` and ${attachments.length - NAMED} more` : "";
  return [`what is attached is not read (${names.join(", ")}${rest}); save it into the folder`];
}
