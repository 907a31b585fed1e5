// A web page saved with its pictures in one file (.mht, .mhtml) → its article, read as the page that it holds.

import { type Format, opensWith, refuse } from "./format.ts";
import { extractInner } from "./gather-articles.ts";

const HEAD =
  /^(?:[\w-]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)*?content-type:\s*multipart\/related/i;
const PAGE = { kind: "part", name: "text/html" } as const;

export const MHT_FORMAT: Format = {
  name: "web archive",
  endings: [".mht", ".mhtml"],
  matches: (file) => opensWith(file, HEAD),
  async extract(file, options) {
    const { default: PostalMime } = await import("postal-mime");
    const { html = "", headers } = await PostalMime.parse(file.bytes);
    if (html.trim() === "") return refuse("no-prose", "it holds no page in HTML");
    const bytes = new TextEncoder().encode(html.replaceAll("\r\n", "\n"));
    const { articles, refused } = await extractInner(
      { file: { name: "page.html", bytes }, outer: [PAGE] },
      options,
    );
    const url = headers.find(({ key }) => key === "snapshot-content-location")?.value;
    const noted = url === undefined ? {} : { url: { value: url, origin: "header" as const } };
    return {
      refused,
      articles: articles.map(({ extracted, ...article }) => {
        if (extracted === undefined) return article;
        const metadata = { ...noted, ...extracted.metadata };
        return { ...article, extracted: { ...extracted, format: "web archive", metadata } };
      }),
    };
  },
};
