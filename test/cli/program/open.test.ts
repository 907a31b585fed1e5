// open, and ask --open, by the real program: who may reach the page, and how it ends.

import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { WireStart } from "../../../src/browser/wire.ts";
import { MINI_CORPUS, QUESTION, UNANSWERABLE } from "../mini-corpus.ts";
import { ask, asking, enter, lastAnswer, openReader, QUIET, send } from "../open-program.ts";
import { makePlace } from "../run-program.ts";

/** Indexed by the first reader, and left as it is by all. */
const place = makePlace(MINI_CORPUS, true);
afterAll(() => rmSync(join(place.folder, ".."), { recursive: true }));

describe("the address", () => {
  test("opens once, and gives a cookie that scripts and other sites do not get", async () => {
    const reader = await openReader(place, QUIET);
    const path = new URL(reader.address).pathname;
    expect((await send(reader.address, "/")).status).toBe(403);
    expect((await send(reader.address, `${path}x`)).status).toBe(403);
    const opened = await send(reader.address, path);
    expect(opened.status).toBe(303);
    const cookie = opened.headers["set-cookie"]?.[0] ?? "";
    expect(cookie).toMatch(/^pullquote=[\w-]{32}; Path=\/[\w-]{12}\/; HttpOnly; SameSite=Strict$/);
    expect(opened.headers.location).toBe(/Path=([^;]+)/.exec(cookie)?.[1]);
    const again = await send(reader.address, path);
    expect(again.status).toBe(403);
    expect(again.body).toMatch(/has been used/);
    expect(again.headers["set-cookie"]).toBeUndefined();
  });

  test("is another secret each time, and none of it leads to the cookie", async () => {
    const [one, other] = [await openReader(place, QUIET), await openReader(place, QUIET)];
    const [first, second] = [await enter(one), await enter(other)];
    const secrets = [one.address, other.address].map((address) => new URL(address).pathname);
    expect(
      new Set([...secrets, first.folder, second.folder, first.cookie, second.cookie]).size,
    ).toBe(6);
    const stolen = await send(other.address, `${second.folder}start`, {
      headers: { cookie: first.cookie },
    });
    expect(stolen.status).toBe(403);
  });

  test("goes to the platform's opener, and is printed where there is none", async () => {
    const bin = join(place.home, "bin");
    mkdirSync(bin);
    const opener = join(bin, "xdg-open");
    writeFileSync(opener, '#!/bin/sh\nprintf %s "$1" > "$HOME/opened"\n');
    chmodSync(opener, 0o755);
    const found = { PATH: `${bin}${delimiter}/bin${delimiter}/usr/bin` };
    const reader = await openReader(place, ["open"], found);
    const read = (): string => {
      try {
        return readFileSync(join(place.home, "opened"), "utf8");
      } catch {
        return "";
      }
    };
    while (read() === "") await new Promise((wait) => setTimeout(wait, 20));
    expect(read()).toBe(reader.address);
    const alone = await openReader(place, ["open"], { PATH: join(place.home, "nothing") });
    expect(alone.told()).toMatch(/no browser could be started/);
    expect((await enter(alone)).folder).not.toBe("");
  });
});

describe("a request", () => {
  test("of another host, origin or site is turned away, cookie or not", async () => {
    const reader = await openReader(place, QUIET);
    const visitor = await enter(reader);
    const { port, origin } = new URL(reader.address);
    const foreign = [
      { host: `evil.example:${port}` },
      { host: `localhost:${port}` },
      { host: "127.0.0.1" },
      { origin: "http://evil.example" },
      { origin: "null" },
      { origin: `http://127.0.0.1:${Number(port) + 1}` },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ];
    for (const headers of foreign) {
      expect((await visitor.get("start", headers)).status, JSON.stringify(headers)).toBe(403);
    }
    expect((await visitor.get("start", { origin, "sec-fetch-site": "same-origin" })).status).toBe(
      200,
    );
    expect((await visitor.get("start", { cookie: "" })).status).toBe(403);
    expect((await visitor.get("start", { cookie: `${visitor.cookie}x` })).status).toBe(403);
  });

  test("leads to no file but the page's and the articles'", async () => {
    writeFileSync(join(place.folder, "secret.txt"), "The vault opens at nine.\n");
    const reader = await openReader(place, QUIET);
    const visitor = await enter(reader);
    for (const path of [
      "client/../../../package.json",
      "client/..%2f..%2fpackage.json",
      "client/%2e%2e/serve-reader.js",
      "../../package.json",
      "client/none.js",
      "constructor",
      "__proto__",
    ]) {
      expect((await visitor.get(path)).status, path).toBeGreaterThanOrEqual(403);
    }
    for (const path of ["//", "http://[", "*", "/\u0001"]) {
      const odd = await send(reader.address, path).catch(() => ({ status: 400 }));
      expect(odd.status, path).toBeGreaterThanOrEqual(400);
    }
    for (const id of ["../secret.txt", "/etc/passwd", `${place.folder}/secret.txt`, "a\0b", ""]) {
      const query = new URLSearchParams({ id, start: "0", end: "9" });
      const [shown, file] = [
        await visitor.get(`article?${query}`),
        await visitor.get(`pdf?${query}`),
      ];
      expect([shown.status, file.status].every((status) => status >= 400)).toBe(true);
      expect(shown.body + file.body).not.toMatch(/vault|root:/);
    }
  });

  test("that the page would not make is refused, and the next is answered", async () => {
    const visitor = await enter(await openReader(place, QUIET));
    const wrong: unknown[] = [
      "no json",
      "[]",
      { ...asking("Who?"), more: 1 },
      { ...asking("Who?"), after: ["1"] },
      { ...asking("Who?"), filters: { since: "yesterday" } },
      { ...asking("Who?"), filters: { speakers: [""] } },
      JSON.stringify(asking("x".repeat(70_000))),
    ];
    for (const body of wrong) expect((await visitor.post("ask", body)).status).toBe(400);
    const form = { "content-type": "application/x-www-form-urlencoded" };
    expect((await visitor.post("ask", asking("Who?"), form)).status).toBe(400);
    expect((await visitor.get("article?id=harbour.txt&start=-1&end=x")).status).toBe(400);
    expect((await visitor.get("export?format=exe&ids=1")).status).toBe(400);
    expect((await visitor.get("export?format=markdown&ids=9")).status).toBe(404);
    expect((await visitor.post("prove", { id: 9 })).status).toBe(404);
    expect((await ask(visitor, asking("?"))).at(-1)).toMatchObject({ event: "error" });
    expect(lastAnswer(await ask(visitor, asking(QUESTION))).kind).toBe("answer");
  });

  test("gets headers that let nothing foreign run, and files of less than 60 KB in all", async () => {
    const visitor = await enter(await openReader(place, QUIET));
    const page = await visitor.get("");
    const policy = String(page.headers["content-security-policy"]);
    expect(policy).toMatch(/default-src 'none'.*script-src 'self'.*trusted-types 'none'/);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(page.headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
    });
    expect(page.body).not.toMatch(/ style=| on\w+=|https?:|<script>/);
    const files = new Map<string, string>([["", page.body]]);
    const wanted = ["style.css", "icon.svg", "client/app.js"];
    for (const name of wanted) {
      if (files.has(name)) continue;
      const { status, body } = await visitor.get(name);
      expect(status, name).toBe(200);
      files.set(name, body);
      for (const [, file] of body.matchAll(/from "\.\/([a-z-]+\.js)"/g))
        wanted.push(`client/${file}`);
    }
    const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    expect(files.size).toBeGreaterThan(6);
    expect(bytes).toBeLessThan(60_000);
  });
});

describe("the end", () => {
  test.each(["SIGINT", "SIGTERM"] as const)(
    "comes with %s, though a browser holds on, and is no fault",
    async (signal) => {
      const reader = await openReader(place, QUIET);
      const visitor = await enter(reader);
      const held = visitor.post("ask", asking(QUESTION)).catch(() => undefined);
      reader.child.kill(signal);
      expect(await reader.ended).toBe(0);
      await held;
    },
  );

  test("comes when the page says so", async () => {
    const reader = await openReader(place, QUIET);
    const visitor = await enter(reader);
    expect((await visitor.get("end")).status).toBe(404);
    expect((await visitor.post("end", {})).status).toBe(204);
    expect(await reader.ended).toBe(0);
  });

  test("ask --open prints the answer, shows it, and exits as ask does", async () => {
    const empty = { PATH: join(place.home, "nothing") };
    for (const [question, code] of [
      [QUESTION, 0],
      [UNANSWERABLE, 1],
    ] as const) {
      const reader = await openReader(place, ["ask", question, "--open"], empty);
      const visitor = await enter(reader);
      const { answers } = JSON.parse((await visitor.get("start")).body) as WireStart;
      expect(answers).toMatchObject([{ question, kind: code === 0 ? "answer" : "abstention" }]);
      await visitor.post("end", {});
      expect(await reader.ended).toBe(code);
    }
  });
});
