// What is saved of a page, under which name, and how it is found again.

import { describe, expect, test } from "vitest";
import type { FetchedPage } from "../../src/core/ports/additions.ts";
import {
  composeWarc,
  findSaved,
  nameSavedPage,
  readSavedHead,
} from "../../src/corpus/additions/saved-page.ts";

const fetched = (address: string, more: Partial<FetchedPage> = {}): FetchedPage => ({
  kind: "page",
  address,
  status: 200,
  statusLine: "HTTP/1.1 200 OK",
  headers: [["Content-Type", "text/html"]],
  body: Buffer.from("<p>grün</p>"),
  sha256: "ab".repeat(32),
  fetched: "2031-05-06T07:08:09.123Z",
  server: "2001:db8::7",
  uuid: "00000000-0000-4000-8000-000000000000",
  ...more,
});

describe("the name of a saved page", () => {
  test.each([
    ["https://News.Example/2031/bridge.html", "news.example/2031-05-06-2031-bridge.warc"],
    ["https://news.example/", "news.example/2031-05-06-index.warc"],
    ["http://news.example:8080/?id=7&x=a%2Fb", "news.example-8080/2031-05-06-id-7-x-a-b.warc"],
    ["http://[2001:db8::1]/a", "2001-db8-1/2031-05-06-a.warc"],
    ["https://news.example/..%2f..%2Fetc/%00", "news.example/2031-05-06-etc.warc"],
    ["https://news.example/%E6%B8%AF%E5%8F%A3", "news.example/2031-05-06-港口.warc"],
    ["https://news.example/%zz", "news.example/2031-05-06-zz.warc"],
  ])("%s", (address, name) => {
    expect(nameSavedPage(fetched(address))).toBe(name);
  });

  test("is short enough for every disk", () => {
    const name = nameSavedPage(fetched(`https://${"a".repeat(60)}.example/${"港".repeat(300)}`));
    for (const step of name.split("/")) expect(Buffer.byteLength(step)).toBeLessThan(250);
  });
});

describe("a saved page", () => {
  test("keeps headers but for those of the transfer, and says how long it is", () => {
    const headers = [
      ["Content-Type", "text/html"],
      ["content-encoding", "br"],
      ["Transfer-Encoding", "chunked"],
      ["X-Name", "caf\u00e9"],
      ["X-Name", "two"],
    ] as const;
    const text = Buffer.from(
      composeWarc(fetched("https://a.example/x", { headers }), "https://a.example/x"),
    ).toString("latin1");
    const [record = "", http = "", body = ""] = text.split("\r\n\r\n");
    expect(http.split("\r\n")).toEqual([
      "HTTP/1.1 200 OK",
      "Content-Type: text/html",
      "X-Name: caf\u00e9",
      "X-Name: two",
      `Content-Length: ${body.length}`,
    ]);
    expect(record).toContain(`Content-Length: ${http.length + 4 + body.length}`);
    expect(record).not.toContain("X-Requested-URI");
  });

  test("is found by its address and by the one that led to it, the newest first", () => {
    const save = (id: string, day: string, asked: string) => {
      const page = fetched("https://a.example/x", { fetched: `${day}T00:00:00Z` });
      return readSavedHead(id, composeWarc(page, asked).subarray(0, 4096));
    };
    const pages = [
      save("2.warc", "2031-05-07", "https://old.example/y"),
      save("1.warc", "2031-05-06", "https://a.example/x"),
    ].flatMap((page) => page ?? []);
    expect(pages).toHaveLength(2);
    expect(pages[0]).toMatchObject({ sha256: "ab".repeat(32), asked: "https://old.example/y" });
    expect(findSaved(pages, "https://a.example/x")?.id).toBe("2.warc");
    expect(findSaved(pages, "https://old.example/y")?.id).toBe("2.warc");
    expect(findSaved(pages, "https://a.example/z")).toBeUndefined();
  });

  test("is not what another kind of file holds", () => {
    expect(
      readSavedHead("a.warc", Buffer.from("WARC/1.0\r\nWARC-Type: warcinfo\r\n\r\n")),
    ).toBeUndefined();
    expect(readSavedHead("a.warc", Buffer.from([0x1f, 0x8b, 8]))).toBeUndefined();
  });
});
