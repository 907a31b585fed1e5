// Addresses and paths → each saved or copied into the corpus, unless it is there already or holds no article.

import type {
  Addition,
  CorpusWriter,
  PageFetcher,
  Refusal,
  RefusalReason,
  SavedPage,
} from "../../core/ports/additions.ts";
import { listFeedLinks } from "../formats/feeds.ts";
import { readArticles } from "../formats/read-file.ts";
import { composeWarc, findSaved, nameSavedPage, readSavedHead } from "./saved-page.ts";

export interface AddPorts {
  readonly fetcher: PageFetcher;
  readonly writer: CorpusWriter;
}

export interface AddOptions {
  /** The names are addresses of feeds, whose articles are added. */
  readonly feeds?: boolean;
  /** Most articles that are taken of a feed; 20 unless given. */
  readonly limit?: number;
  readonly signal?: AbortSignal;
}

const DEFAULT_LIMIT = 20;

/**
 * In order; what cannot be added is a value that says why. Nothing in the corpus is overwritten.
 * @throws PullquoteError `interrupted` | `file-unwritable` | `disk-full`
 */
export async function* addArticles(
  names: readonly string[],
  ports: AddPorts,
  { feeds = false, limit = DEFAULT_LIMIT, signal }: AddOptions = {},
): AsyncGenerator<Addition> {
  const isFetching = feeds || names.some(isAddress);
  const saved = isFetching ? await listSaved(ports.writer) : [];
  const adding = { ...ports, saved, signal };
  for (const name of names) {
    if (feeds) yield* addFeed(name, limit, adding);
    else yield isAddress(name) ? await addPage(name, adding) : await copyFile(name, ports.writer);
  }
}

async function listSaved({ savedHeads }: CorpusWriter): Promise<SavedPage[]> {
  const saved: SavedPage[] = [];
  for await (const { id, head } of savedHeads()) {
    const page = readSavedHead(id, head);
    if (page !== undefined) saved.push(page);
  }
  return saved;
}

/** `C:\file.txt` is a path: a scheme has two letters or more. */
function isAddress(name: string): boolean {
  return /^[a-z][a-z\d+.-]+:\/\//i.test(name);
}

interface Adding extends AddPorts {
  /** Added to as pages are saved. */
  readonly saved: SavedPage[];
  readonly signal: AbortSignal | undefined;
}

async function* addFeed(source: string, limit: number, adding: Adding): AsyncGenerator<Addition> {
  const { redirects, result } = await fetchPage(source, adding);
  if (result.kind === "refused") return yield { source, redirects, ...result };
  const links = await listFeedLinks(result.body, result.address);
  if (links === undefined) {
    const refusal = refuse(
      "no-feed",
      "it is no feed that can be read; a page is added without --feed",
    );
    return yield { source, redirects, ...refusal };
  }
  const fresh = links.filter((link) => findSaved(adding.saved, link) === undefined);
  const items = links.length;
  const known = items - fresh.length;
  const left = Math.max(0, fresh.length - limit);
  yield { source, redirects, kind: "feed", items, known, left };
  for (const link of fresh.slice(0, limit)) yield await addPage(link, adding);
}

async function addPage(source: string, adding: Adding): Promise<Addition> {
  const { redirects, result } = await fetchPage(source, adding);
  if (result.kind === "refused") return { source, redirects, ...result };
  const last = findSaved(adding.saved, result.address);
  if (last?.sha256 === result.sha256) return { source, redirects, kind: "present", id: last.id };
  const file = composeWarc(result, dropFragment(source));
  const article = await findArticle(file, adding.writer);
  if ("kind" in article) return { source, redirects, ...article };
  const id = await adding.writer.write(nameSavedPage(result), file);
  const { address, sha256, fetched } = result;
  adding.saved.push({ id, address, asked: dropFragment(source), sha256, saved: fetched });
  return { source, redirects, kind: "saved", id, ...article };
}

/** What answers with an error is no page. */
async function fetchPage(source: string, { fetcher, signal }: Adding) {
  const { redirects, result } = await fetcher.fetch(source, signal);
  if (result.kind === "refused" || (result.status >= 200 && result.status < 300))
    return { redirects, result };
  const answer = result.statusLine.replace(/^\S+ /, "");
  return { redirects, result: refuse("error-status", `the server answers ${answer}`) };
}

function dropFragment(address: string): string {
  const url = new URL(address);
  url.hash = "";
  return url.href;
}

const refuse = (reason: RefusalReason, detail: string): Refusal => ({
  kind: "refused",
  reason,
  detail,
});

/** What will be read of it once it is in the corpus. */
async function findArticle(
  file: Uint8Array,
  { maxBytes }: CorpusWriter,
): Promise<{ readonly title?: string } | Refusal> {
  const { articles, refused } = await readArticles(
    { name: "page.warc", bytes: file },
    { maxBytes },
  );
  const [article] = articles;
  if (article === undefined || article.text.trim() === "")
    return refuse("no-article", refused[0]?.detail ?? "there are no words in it");
  const title = article.extracted?.metadata?.title?.value;
  return title === undefined ? {} : { title };
}

async function copyFile(source: string, writer: CorpusWriter): Promise<Addition> {
  const opened = await writer.open(source);
  const named = { source, redirects: [] };
  if (opened.kind === "refused") return { ...named, ...opened };
  const { name, bytes, present } = opened;
  if (present !== undefined) return { ...named, kind: "present", id: present };
  return { ...named, kind: "copied", id: await writer.write(name, bytes) };
}
