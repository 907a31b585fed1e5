// add, by the real program, from real servers on this machine.

import { readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openSite, serve } from "../../adapters/web/serve.ts";
import { drawLines, makePdf } from "../../corpus/formats/make-pdf.ts";
import { makePlace, type Place, runProgram } from "../run-program.ts";

const words = "The dredger came back to the canal on Monday, and the lock keepers cheered. ";
const page = (title: string, more = ""): string =>
  `<!doctype html><html><head><title>${title}</title><meta property="og:title" content="${title}"></head>` +
  `<body><article><h1>${title}</h1><p>${words.repeat(6)}</p><p>${more || words.repeat(5)}</p></article></body></html>`;

const add = async (place: Place, ...rest: string[]) => {
  const all = ["add", "--json", "--no-index", "--allow-private", ...rest];
  const { stdout, stderr, code } = await runProgram(place, all);
  return { code, stderr, additions: stdout === "" ? [] : JSON.parse(stdout).additions };
};
const listFiles = (place: Place): string[] =>
  readdirSync(join(place.folder, "corpus"), { recursive: true, encoding: "utf8" }).sort();

describe("add URL", () => {
  test("saves the page as one WARC file of its response", async () => {
    const site = await openSite({
      "/old": "->/news/dredger.html",
      "/news/dredger.html": page("Dredger back"),
    });
    const place = makePlace();
    const { code, additions } = await add(place, `${site.root}/old`);
    expect(code).toBe(0);
    const [{ id, kind, redirects, title }] = additions;
    expect({ kind, redirects, title }).toEqual({
      kind: "saved",
      redirects: [`${site.root}/news/dredger.html`],
      title: "Dredger back",
    });
    expect(id).toMatch(/^127\.0\.0\.1-\d+\/\d{4}-\d\d-\d\d-news-dredger\.warc$/);
    const file = readFileSync(join(place.folder, "corpus", id), "latin1");
    const [record = "", http = ""] = file.split("\r\n\r\n");
    expect(record).toMatch(/^WARC\/1\.1\r\nWARC-Type: response\r\n/);
    expect(record).toContain(`\r\nWARC-Target-URI: ${site.root}/news/dredger.html\r\n`);
    expect(record).toMatch(/\r\nWARC-Payload-Digest: sha256:[\da-f]{64}\r\n/);
    expect(http).toMatch(/^HTTP\/1\.1 200 OK\r\ncontent-type: text\/html; charset=utf-8\r\n/);
    const length = Number(/^Content-Length: (\d+)/m.exec(record)?.[1]);
    expect(file.length).toBe(record.length + 4 + length + 4);
    expect(file.endsWith(`${page("Dredger back")}\r\n\r\n`)).toBe(true);
    const { stdout } = await runProgram(place, ["articles", "--width", "200"]);
    const day = id.slice(id.indexOf("/") + 1, id.indexOf("/") + 11);
    expect(stdout).toContain(`saved ${day} from ${site.root}/news/dredger.html`);
  });

  test("saves a page again only when it changed, and overwrites nothing", async () => {
    const site = await openSite({ "/a": page("One") });
    const place = makePlace();
    const [first] = (await add(place, `${site.root}/a`)).additions;
    const again = await add(place, `${site.root}/a#comments`);
    expect(again).toMatchObject({ code: 0, additions: [{ kind: "present", id: first.id }] });
    site.pages.set("/a", page("Two"));
    const [changed] = (await add(place, `${site.root}/a`)).additions;
    expect(changed).toMatchObject({ kind: "saved", id: first.id.replace(".warc", "-2.warc") });
    site.pages.set("/a", page("One"));
    const [back] = (await add(place, `${site.root}/a`)).additions;
    expect(back.kind).toBe("saved");
    expect(readFileSync(join(place.folder, "corpus", first.id), "utf8")).toContain("One");
  });

  test("tells what is not saved, saves the rest, and exits 1", async () => {
    const site = await openSite({
      "/picture.png": "xxx",
      "/empty": "<html><body></body></html>",
      "/note.txt": words,
      "/feed.xml": "<rss version='2.0'><channel></channel></rss>",
    });
    const place = makePlace();
    const paths = ["missing", "picture.png", "empty", "feed.xml", "note.txt"];
    const { code, additions } = await add(place, ...paths.map((path) => `${site.root}/${path}`));
    expect(code).toBe(1);
    expect(
      additions.map(({ reason, kind }: { reason?: string; kind: string }) => reason ?? kind),
    ).toEqual(["error-status", "no-article", "no-article", "no-article", "saved"]);
    expect(additions[0].detail).toContain("404");
    expect(listFiles(place).filter((name) => name.endsWith(".warc"))).toHaveLength(1);
  });

  test("connects to no private address unless told to", async () => {
    const site = await openSite({ "/a": page("One") });
    const place = makePlace();
    const result = await runProgram(place, ["add", "--no-index", `${site.root}/a`]);
    expect(result.code).toBe(1);
    expect(result.stdout).toContain("--allow-private");
    expect(site.asked).toEqual([]);
    expect(listFiles(place)).toEqual([]);
  });

  test("leaves a server that hangs after the time that is given", async () => {
    const root = await serve(() => undefined);
    const { code, additions } = await add(makePlace(), "--timeout", "0.3", root);
    expect(code).toBe(1);
    expect(additions).toMatchObject([{ kind: "refused", reason: "too-slow" }]);
  });
});

describe("what was saved", () => {
  test("is read back with its address: pages, texts and PDFs", async () => {
    const pdf = makePdf({
      pages: [drawLines(40, 700, ["The weir was mended", "in a single night."])],
    });
    const site = await openSite({ "/a": page("One"), "/note.txt": words, "/plan.pdf": pdf });
    const place = makePlace();
    const sources = ["a", "note.txt", "plan.pdf"].map((path) => `${site.root}/${path}`);
    const added = await runProgram(place, ["add", "--allow-private", ...sources]);
    expect(added.code).toBe(0);
    expect(added.stderr).toContain("3 articles");
    const { articles } = JSON.parse((await runProgram(place, ["articles", "--json"])).stdout);
    expect(articles).toHaveLength(3);
    for (const source of sources) expect(JSON.stringify(articles)).toContain(source);
    writeFileSync(join(place.folder, "draft.md"), "> The weir was mended in a single night.\n");
    expect((await runProgram(place, ["verify", "draft.md"])).code).toBe(0);
  });

  test("again later, tells by its own date which quotes were withdrawn", async () => {
    const gone =
      "Nobody had asked the boatmen before the locks were closed for the whole of the winter.";
    const site = await openSite({ "/a": page("One", `${gone} ${words.repeat(3)}`) });
    const place = makePlace({ "draft.md": `> ${gone}\n` });
    const [first] = (await add(place, `${site.root}/a`)).additions;
    site.pages.set("/a", page("One"));
    await add(place, `${site.root}/a`);
    // Copied about, files lose their times: only the record's date says which is later.
    const older = new Date("2100-01-01");
    utimesSync(join(place.folder, "corpus", first.id), older, older);
    expect((await runProgram(place, ["verify", "draft.md"])).code).toBe(0);
    const line = ["verify", "draft.md", "--since-saved", "--json"];
    const { code, stdout } = await runProgram(place, line);
    expect(JSON.parse(stdout).documents[0].findings).toMatchObject([{ verdict: "withdrawn" }]);
    expect(code).toBe(1);
  });
});

describe("add FILE", () => {
  test("copies it, under another name where that is taken, and never twice", async () => {
    const place = makePlace({
      "talk.txt": words,
      "other/talk.txt": `${words} More.`,
      "tune.mp3": "x",
    });
    const first = await add(place, "talk.txt", "talk.txt", "other/talk.txt");
    expect(first.code).toBe(0);
    expect(first.additions).toMatchObject([
      { kind: "copied", id: "talk.txt" },
      { kind: "present", id: "talk.txt" },
      { kind: "copied", id: "talk-2.txt" },
    ]);
    const second = await add(place, "tune.mp3", "nothing.txt", "other", "corpus/talk.txt");
    expect(second.code).toBe(1);
    expect(second.additions).toMatchObject([
      { kind: "refused" },
      { kind: "refused" },
      { kind: "refused" },
      { kind: "present", id: "talk.txt" },
    ]);
    expect(listFiles(place)).toEqual(["talk-2.txt", "talk.txt"]);
  });

  test("brings the index up to date, unless --no-index", async () => {
    const place = makePlace({ "talk.txt": words });
    expect((await add(place, "talk.txt")).code).toBe(0);
    writeFileSync(join(place.folder, "more.txt"), `${words} The lock was closed for repairs.`);
    const result = await runProgram(place, ["add", "more.txt"]);
    expect(result.code).toBe(0);
    expect(result.stderr).toContain("2 articles");
    const { articles } = JSON.parse((await runProgram(place, ["articles", "--json"])).stdout);
    expect(articles).toHaveLength(2);
  });
});

describe("add --feed", () => {
  const feed = (root: string, paths: readonly string[]): string =>
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Canal</title>${paths
      .map((path) => `<item><title>${path}</title><link>${root}${path}</link></item>`)
      .join("")}</channel></rss>`;

  test("saves the articles that are not saved yet, up to the limit", async () => {
    const site = await openSite({ "/moved": "->/three" });
    for (const path of ["/one", "/two", "/three"]) site.pages.set(path, page(path));
    site.pages.set("/feed.xml", feed(site.root, ["/moved", "/one", "/two", "/one#x", "/lost"]));
    const place = makePlace();
    const first = await add(place, "--feed", "--limit", "2", `${site.root}/feed.xml`);
    expect(first.code).toBe(0);
    expect(first.additions).toMatchObject([
      { kind: "feed", items: 4, known: 0, left: 2 },
      { kind: "saved", source: `${site.root}/moved` },
      { kind: "saved", source: `${site.root}/one` },
    ]);
    site.asked.length = 0;
    const second = await add(place, "--feed", `${site.root}/feed.xml`);
    expect(second.code).toBe(1);
    expect(second.additions).toMatchObject([
      { kind: "feed", items: 4, known: 2, left: 0 },
      { kind: "saved", source: `${site.root}/two` },
      { kind: "refused", reason: "error-status" },
    ]);
    expect(site.asked).toEqual(["/feed.xml", "/two", "/lost"]);
  });

  test("refuses what is no feed", async () => {
    const site = await openSite({ "/a": page("One") });
    const { code, additions } = await add(makePlace(), "--feed", `${site.root}/a`);
    expect(code).toBe(1);
    expect(additions).toMatchObject([{ kind: "refused", reason: "no-feed" }]);
  });
});

test.each([
  [["--sample", "talk.txt"]],
  [["--timeout", "soon", "talk.txt"]],
  [["--limit", "0", "--feed", "http://a.example/"]],
  [[]],
])("add %s is an error", async (rest) => {
  const place = makePlace({ "talk.txt": words });
  expect((await runProgram(place, ["add", ...rest])).code).toBe(2);
});
