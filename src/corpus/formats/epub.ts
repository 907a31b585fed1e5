// The parts of an EPUB book → an article for each chapter, in reading order, under its path inside.

import type { Extracted } from "../../core/article.ts";
import type { FindPlaces } from "../../core/place.ts";
import { declareFields } from "./declare-fields.ts";
import {
  type ExtractedArticle,
  type Extraction,
  type ExtractOptions,
  type Refused,
  refuse,
} from "./format.ts";
import { ArticleGathering, extractInner } from "./gather-articles.ts";
import { readXml } from "./read-xml.ts";
import type { ZipEntries } from "./zip.ts";

interface Book {
  /** Paths inside, in reading order, without lists of chapters. */
  readonly chapters: readonly string[];
  readonly fields: readonly (readonly [string, string])[];
}

export async function readEpub(entries: ZipEntries, options: ExtractOptions): Promise<Extraction> {
  const read = async (name: string): Promise<Uint8Array> => {
    const bytes = await entries.get(name)?.read();
    return bytes instanceof Uint8Array ? bytes : new Uint8Array();
  };
  const packagePath = await findPackage(await read("META-INF/container.xml"));
  const { chapters, fields } = await readPackage(await read(packagePath), packagePath);
  const locked = await listLocked(await read("META-INF/encryption.xml"));
  if (chapters.length === 0) return refuse("damaged", "it names no chapters; get the book again");
  const gathering = new ArticleGathering();
  const blank: string[] = [];
  const found: ExtractedArticle[] = [];
  const { doubts: _, ...book } = declareFields(fields, "property");
  for (const path of chapters) {
    const bytes = locked.has(path) ? LOCKED : ((await entries.get(path)?.read()) ?? MISSING);
    if (!(bytes instanceof Uint8Array)) {
      gathering.refuse(path, bytes);
      continue;
    }
    const file = { name: path.slice(path.lastIndexOf("/") + 1), bytes };
    const inner = { file, part: path, outer: [{ kind: "entry", name: path }] } as const;
    const { articles, refused } = await extractInner(inner, options);
    const told = refused.filter(({ reason }) => reason !== "no-prose" && reason !== "empty");
    if (told.length < refused.length) blank.push(path);
    found.push(...articles.map((one) => addBook(one, book)));
    gathering.add(path, { articles: [], refused: told });
  }
  gathering.add("", { articles: joinScraps(found), refused: [] });
  if (blank.length > 0) {
    const detail = `${blank.length} of its ${chapters.length} parts have no text (${blank.slice(0, 3).join(", ")}); pictures are not read`;
    gathering.refuse(undefined, { reason: "no-prose", detail });
  }
  return gathering.finish("its files of other kinds", "there is no chapter in it");
}

/** A part of fewer words is a page with a title or a dedication on it, no chapter. */
const LEAST_WORDS = 10;

/** Scraps stand before the chapter that follows them, those at the end behind the last one. */
function joinScraps(articles: readonly ExtractedArticle[]): readonly ExtractedArticle[] {
  const joined: ExtractedArticle[] = [];
  let scrap: ExtractedArticle | undefined;
  for (const article of articles) {
    const whole = scrap === undefined ? article : joinTexts(scrap, article, article);
    const isScrap = (article.text.match(/\S+/g)?.length ?? 0) < LEAST_WORDS;
    scrap = isScrap ? whole : undefined;
    if (!isScrap) joined.push(whole);
  }
  if (scrap === undefined) return joined;
  const last = joined.pop();
  return [...joined, last === undefined ? scrap : joinTexts(last, scrap, last)];
}

/** One text of two, with the blocks and places of both, that goes by the name of `named`. */
function joinTexts(
  first: ExtractedArticle,
  second: ExtractedArticle,
  named: ExtractedArticle,
): ExtractedArticle {
  const length = first.text.length;
  const shift = length + APART.length;
  const blocks = [
    ...(first.extracted?.blocks ?? []),
    ...(second.extracted?.blocks ?? []).map(({ start, end, ...block }) => ({
      ...block,
      start: start + shift,
      end: end + shift,
    })),
  ];
  const places: FindPlaces = ({ start, end }) => [
    ...(start < length
      ? (first.extracted?.places({ start, end: Math.min(end, length) }) ?? [])
      : []),
    ...(end > shift
      ? (second.extracted?.places({ start: Math.max(start - shift, 0), end: end - shift }) ?? [])
      : []),
  ];
  const text = `${first.text}${APART}${second.text}`;
  return { ...named, text, extracted: { format: "web page", ...named.extracted, blocks, places } };
}

const APART = "\n\n";

/** What a chapter itself declares counts before what the book does. */
function addBook(
  article: ExtractedArticle,
  book: NonNullable<Extracted["metadata"]>,
): ExtractedArticle {
  const { extracted } = article;
  if (extracted === undefined) return article;
  return { ...article, extracted: { ...extracted, metadata: { ...book, ...extracted.metadata } } };
}

const LOCKED: Refused = {
  reason: "encrypted",
  detail: "it is locked by its seller; get the book without a lock",
};

const MISSING: Refused = {
  reason: "damaged",
  detail: "the book names this chapter and does not hold it; get the book again",
};

async function findPackage(container: Uint8Array): Promise<string> {
  let path = "";
  await readXml(container, {
    open: (name, attributes) => {
      if (name === "rootfile" && path === "") path = attributes["full-path"] ?? "";
    },
    words: () => undefined,
    close: () => undefined,
  });
  return path;
}

async function readPackage(bytes: Uint8Array, path: string): Promise<Book> {
  const items = new Map<string, string>();
  const chapters: string[] = [];
  const fields: [string, string][] = [];
  let isField = false;
  await readXml(bytes, {
    open: (name, attributes, parent) => {
      const { id = "", href = "", properties = "", idref = "" } = attributes;
      isField = parent === "metadata" && name !== "meta";
      if (isField) fields.push([name, ""]);
      else if (name === "item" && !/\bnav\b/.test(properties)) items.set(id, resolve(path, href));
      else if (name === "itemref") {
        const chapter = items.get(idref);
        if (chapter !== undefined && !chapters.includes(chapter)) chapters.push(chapter);
      }
    },
    words: (words) => {
      const field = fields.at(-1);
      if (isField && field !== undefined) field[1] += words;
    },
    close: () => {
      isField = false;
    },
  });
  const known = fields.filter(([name]) => FIELDS.includes(name));
  return { chapters, fields: known };
}

const FIELDS = ["title", "creator", "publisher", "date"];

/** Addresses are relative to the file that names them; none leads out of the book. */
function resolve(base: string, href: string): string {
  const steps = base.split("/").slice(0, -1);
  for (const step of decodeAddress(href.replace(/[?#].*$/, "")).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

function decodeAddress(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

/** Fonts may be encrypted in a book that is open to everybody. */
async function listLocked(encryption: Uint8Array): Promise<ReadonlySet<string>> {
  const paths = new Set<string>();
  await readXml(encryption, {
    open: (name, attributes) => {
      if (name === "CipherReference") paths.add(resolve("", attributes["URI"] ?? ""));
    },
    words: () => undefined,
    close: () => undefined,
  });
  return paths;
}
