// A web page saved with its pictures in one file (.mht, .mhtml) → its article, read as the page that it holds.

import type { FindPlaces } from "../../core/place.ts";
import { type Format, opensWith, refuse } from "./format.ts";

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
    const page = { name: "page.html", bytes: new TextEncoder().encode(html) };
    const { articles, refused } = await options.extract(page, {
      ...options,
      depth: options.depth + 1,
    });
    const url = headers.find(({ key }) => key === "snapshot-content-location")?.value;
    return {
      refused,
      articles: articles.map((article) => {
        const { extracted } = article;
        if (extracted === undefined) return article;
        const places: FindPlaces = (span) =>
          extracted.places(span).map((place) => [PAGE, ...place]);
        const metadata = {
          ...(url !== undefined && { url: { value: url, origin: "header" as const } }),
          ...extracted.metadata,
        };
        return { ...article, extracted: { ...extracted, format: "web archive", metadata, places } };
      }),
    };
  },
};
