// What the page of open gets: the answers of ask, exports, proofs and verdicts of the real program.

import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { WireStart } from "../../../src/browser/wire.ts";
import { HARBOUR, MINI_CORPUS, QUESTION, UNANSWERABLE } from "../mini-corpus.ts";
import { ask, asking, enter, lastAnswer, openReader, QUIET } from "../open-program.ts";
import { makePlace, runProgram } from "../run-program.ts";

/** Indexed by the first test, and left as it is by all that use it. */
const shared = makePlace(MINI_CORPUS, true);
afterAll(() => rmSync(join(shared.folder, ".."), { recursive: true }));

test("the page gets the quotes that ask prints, as they come and whole; follow-ups know what was asked", async () => {
  const printed = await runProgram(shared, ["ask", QUESTION, "--json"]);
  const { quotes, claims } = JSON.parse(printed.stdout) as {
    quotes: { text: string; start: number; number: number }[];
    claims: unknown[];
  };
  const visitor = await enter(await openReader(shared, QUIET));
  const events = await ask(visitor, asking(QUESTION));
  const answer = lastAnswer(events);
  const shown = answer.claims.flatMap(({ said }) => said.map(({ quote }) => quote));
  expect(shown.map(({ text, start, number }) => ({ text, start, number }))).toEqual(
    quotes.map(({ text, start, number }) => ({ text, start, number })),
  );
  expect(shown.every(({ start, text }) => HARBOUR.slice(start, start + text.length) === text)).toBe(
    true,
  );
  expect(events.filter(({ event }) => event === "claim")).toHaveLength(claims.length);
  const more = await ask(
    visitor,
    asking("And what happens to season tickets?", { after: [answer.id] }),
  );
  expect(lastAnswer(more).claims.length).toBeGreaterThan(0);
  const none = lastAnswer(await ask(visitor, asking(UNANSWERABLE)));
  expect(none.kind).toBe("abstention");
  expect(none.refusal?.detail).not.toBe("");
});

test("it keeps filters, and says what they left out", async () => {
  const visitor = await enter(await openReader(shared, [...QUIET, "--publisher", "Hill Gazette"]));
  const start = JSON.parse((await visitor.get("start")).body) as WireStart;
  expect(start.filters).toEqual({ publishers: ["Hill Gazette"] });
  expect(start.publishers).toEqual(["Hill Gazette"]);
  const filters = { publishers: ["Hil Gazete"], since: "2020-01-01" };
  const events = await ask(visitor, asking(QUESTION, { filters }));
  const notes = events.flatMap((event) => (event.event === "note" ? [event.text] : []));
  expect(notes.join("\n")).toMatch(/no article has the publisher "Hil Gazete"; did you mean/);
});

test("it exports as the program does: what it gives is verified", async () => {
  const visitor = await enter(await openReader(shared, QUIET));
  const { id, claims } = lastAnswer(await ask(visitor, asking(QUESTION)));
  const start = JSON.parse((await visitor.get("start")).body) as WireStart;
  expect(start.formats).toEqual(expect.arrayContaining(["markdown", "html", "json"]));
  for (const format of start.formats) {
    const { status, headers, body } = await visitor.get(`export?format=${format}&ids=${id}`);
    expect(status).toBe(200);
    expect(headers["content-disposition"]).toMatch(/^attachment; filename="answer\.\w+"$/);
    expect(body.length).toBeGreaterThan(50);
    if (format === "markdown") writeFileSync(join(shared.folder, "answer.md"), body);
    if (format === "html") writeFileSync(join(shared.folder, "answer.html"), body);
  }
  writeFileSync(
    join(shared.folder, "pasted.md"),
    claims.map(({ markdown }) => markdown).join("\n"),
  );
  const { code, stdout } = await runProgram(shared, [
    ...["verify", "--strict", "--all", "answer.md", "answer.html", "pasted.md"],
  ]);
  expect(code, stdout).toBe(0);
  expect(stdout).toMatch(/pasted\.md: \d+ quotes?: \d+ verified/);
});

test("an answer is proved again from the files as they are, and what no longer stands is left out", async () => {
  const place = makePlace(MINI_CORPUS);
  const visitor = await enter(await openReader(place, QUIET));
  const { id } = lastAnswer(await ask(visitor, asking(QUESTION)));
  const first = JSON.parse((await visitor.post("prove", { id })).body);
  expect(first).toMatchObject({ lost: 0, answer: { id, kind: "answer" } });
  writeFileSync(
    join(place.folder, "corpus/harbour.txt"),
    HARBOUR.replace("night ferry", "day ferry"),
  );
  const second = JSON.parse((await visitor.post("prove", { id })).body);
  expect(second.lost).toBeGreaterThan(0);
  expect(second.answer).toMatchObject({ kind: "abstention", claims: [] });
});

test("a document comes with its verdicts, each beside the words of the article", async () => {
  const draft =
    'The board said: "The last boat leaves Port Alder on April 30 at 10 p.m." It is late.\n';
  const place = makePlace({ ...MINI_CORPUS, "draft.md": draft });
  const visitor = await enter(await openReader(place, [...QUIET, "draft.md"]));
  const { document } = JSON.parse((await visitor.get("start")).body) as WireStart;
  expect(document?.findings).toMatchObject([
    { verdict: "altered", stands: false, place: { articleId: "harbour.txt" } },
  ]);
  const { start = 0, text = "" } = document?.findings[0]?.place ?? {};
  expect(HARBOUR.slice(start, start + text.length)).toBe(text);
  const json = await runProgram(place, [...QUIET, "answer.json"]);
  expect([json.code, json.stderr]).toEqual([2, expect.stringMatching(/pullquote open answer\.md/)]);
  const missing = await runProgram(place, [...QUIET, "nothing.md"]);
  expect(missing.code).toBe(2);
  expect(missing.stderr).toMatch(/there is no such file/);
});
