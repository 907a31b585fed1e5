import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openStateStore } from "../../src/cli/session-store.ts";
import type { AnswerOutcome } from "../../src/index.ts";
import { makePlace } from "./run-program.ts";

const outcome = {
  kind: "abstention",
  question: "Why?",
  sources: [],
  rejected: [],
  closest: [],
} as unknown as AnswerOutcome;
const session = { corpus: "/c", index: "/i", outcomes: [outcome] };

describe("what is kept", () => {
  test("comes back, in files that only their owner can read", () => {
    const folder = join(makePlace().home, "state");
    const store = openStateStore(folder);
    expect(store.saveSession(session)).toBe(true);
    expect(store.addQuestion("Why?")).toBe(true);
    expect(store.loadSession()).toMatchObject(session);
    expect(store.loadQuestions()).toEqual(["Why?"]);
    for (const name of readdirSync(folder)) {
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    }
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  test("holds each question once, the newest last, on one line", () => {
    const store = openStateStore(join(makePlace().home, "state"));
    for (const question of ["one", "two\nthree", "one"]) store.addQuestion(question);
    expect(store.loadQuestions()).toEqual(["two three", "one"]);
  });

  test("is gone after clear, and clearing nothing is no fault", () => {
    const folder = join(makePlace().home, "state");
    const store = openStateStore(folder);
    store.clear();
    store.saveSession(session);
    store.addQuestion("Why?");
    store.clear();
    expect(readdirSync(folder)).toEqual([]);
    expect(store.loadSession()).toBeUndefined();
    expect(store.loadQuestions()).toEqual([]);
  });
});

describe("a damaged file counts as absent", () => {
  test("whatever it holds", () => {
    const folder = join(makePlace().home, "state");
    mkdirSync(folder);
    const store = openStateStore(folder);
    store.saveSession(session);
    const whole = readFileSync(join(folder, "session.json"), "utf8");
    const json = fc.json().map((text) => text);
    const cut = fc.nat(whole.length - 2).map((length) => whole.slice(0, length));
    fc.assert(
      fc.property(fc.oneof(json, cut, fc.string()), (text) => {
        writeFileSync(join(folder, "session.json"), text);
        expect(store.loadSession()).toBeUndefined();
      }),
    );
  });

  test("and a folder in its place too", () => {
    const folder = join(makePlace().home, "state");
    mkdirSync(join(folder, "session.json"), { recursive: true });
    mkdirSync(join(folder, "questions.txt"));
    const store = openStateStore(folder);
    expect(store.loadSession()).toBeUndefined();
    expect(store.loadQuestions()).toEqual([]);
    expect(store.saveSession(session)).toBe(false);
    expect(store.addQuestion("Why?")).toBe(false);
  });

  test("a session of another version is left alone", () => {
    const folder = join(makePlace().home, "state");
    mkdirSync(folder);
    writeFileSync(join(folder, "session.json"), JSON.stringify({ version: 99, ...session }));
    expect(openStateStore(folder).loadSession()).toBeUndefined();
  });
});
