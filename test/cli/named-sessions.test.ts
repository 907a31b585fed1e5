import { mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listSessions, openSessionFile, removeSession } from "../../src/cli/named-sessions.ts";
import type { AnswerOutcome } from "../../src/index.ts";
import { makePlace } from "./run-program.ts";

const outcomeOf = (question: string): AnswerOutcome =>
  ({
    kind: "abstention",
    question,
    sources: [],
    rejected: [],
    closest: [],
  }) as unknown as AnswerOutcome;
const asked = (question: string) => ({
  turns: [{ question, articleIds: [] }],
  outcomes: [outcomeOf(question)],
});
const SETTINGS = { filters: { publishers: ["Hill Gazette"] }, model: "extractive", width: 60 };

describe("a named session", () => {
  test("comes back with its settings, in a file that only its owner can read", () => {
    const state = join(makePlace().home, "state");
    const file = openSessionFile(state, "budget 2026", "/c");
    expect(file.load()).toBeUndefined();
    file.add(asked("Why?"), SETTINGS);
    file.add(asked("Who?"), { filters: {}, model: "ollama:m" });
    const kept = openSessionFile(state, "budget 2026", "/c").load();
    expect(kept).toMatchObject({ corpus: "/c", filters: {}, model: "ollama:m" });
    expect(kept?.width).toBeUndefined();
    expect(kept?.outcomes.map(({ question }) => question)).toEqual(["Why?", "Who?"]);
    expect(statSync(file.path).mode & 0o777).toBe(0o600);
  });

  test("takes what two programs add, and outlives one that was killed while it wrote", () => {
    const state = join(makePlace().home, "state");
    const [one, other] = ["s", "s"].map((name) => openSessionFile(state, name, "/c"));
    one?.add(asked("1"), SETTINGS);
    other?.add(asked("2"), SETTINGS);
    writeFileSync(`${one?.path}.lock`, "");
    utimesSync(`${one?.path}.lock`, 1, 1);
    one?.add(asked("3"), SETTINGS);
    expect(other?.load()?.turns.map(({ question }) => question)).toEqual(["1", "2", "3"]);
  });

  test.each(["", "..", "../x", "a/b", "a\\b", ".hidden", "a\u0000", "a\n", "x".repeat(41)])(
    "is not called %j",
    (name) => {
      expect(() => openSessionFile("/nowhere", name, "/c")).toThrow(
        expect.objectContaining({ code: "bad-setting" }),
      );
      expect(removeSession(makePlace().home, name)).toBe(false);
    },
  );

  test("that is damaged is told whatever it holds, listed, and can be removed", () => {
    const state = join(makePlace().home, "state");
    const file = openSessionFile(state, "s", "/c");
    file.add(asked("Why?"), SETTINGS);
    const whole = readFileSync(file.path, "utf8");
    const cut = fc.nat(whole.length - 2).map((length) => whole.slice(0, length));
    const changed = fc
      .constantFrom("turns", "outcomes", "filters", "model", "corpus", "version", "width")
      .map((key) => JSON.stringify({ ...JSON.parse(whole), [key]: [7] }));
    fc.assert(
      fc.property(fc.oneof(fc.json(), cut, changed, fc.string()), (text) => {
        writeFileSync(file.path, text);
        expect(() => file.load()).toThrow(expect.objectContaining({ code: "file-unreadable" }));
        expect(() => file.add(asked("x"), SETTINGS)).toThrow();
        expect(readFileSync(file.path, "utf8")).toBe(text);
        expect(listSessions(state)).toMatchObject([{ name: "s" }]);
        expect(listSessions(state)[0]?.session).toBeUndefined();
      }),
    );
    expect(removeSession(state, "s")).toBe(true);
    expect(listSessions(state)).toEqual([]);
  });

  test("that cannot be written is told with the way out", () => {
    const state = join(makePlace().home, "state");
    mkdirSync(state);
    writeFileSync(join(state, "sessions"), "");
    expect(() => openSessionFile(state, "s", "/c").add(asked("x"), SETTINGS)).toThrow(
      expect.objectContaining({
        code: "file-unwritable",
        hint: expect.stringContaining("/export"),
      }),
    );
  });
});
