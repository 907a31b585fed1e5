// The last session's answers → a file in the user's state folder, and back.

import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import type { AnswerOutcome } from "../index.ts";

/** What was asked of one corpus between start and end of the program. */
interface KeptSession {
  readonly corpus: string;
  readonly index: string;
  readonly outcomes: readonly AnswerOutcome[];
}

const VERSION = 1;
const SESSION_FILE = "session.json";
const HISTORY_FILE = "questions.txt";
const MOST_QUESTIONS = 1000;

/**
 * Files that only their owner can read. Losing them never stops the program: writing tells by its
 * result whether it worked, and what cannot be read counts as absent.
 */
export interface StateStore {
  readonly folder: string;
  saveSession(session: KeptSession): boolean;
  loadSession(): KeptSession | undefined;
  /** Oldest first. */
  loadQuestions(): readonly string[];
  addQuestion(question: string): boolean;
  /** Remembers for good that something was told. */
  mark(name: string): boolean;
  has(name: string): boolean;
  /** Deletes everything kept. @throws the file system's error where that fails */
  clear(): void;
}

export function openStateStore(folder: string): StateStore {
  const sessionPath = join(folder, SESSION_FILE);
  const historyPath = join(folder, HISTORY_FILE);
  const write = (path: string, text: string): boolean => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileAtomic.sync(path, text, { mode: 0o600 });
      return true;
    } catch {
      return false;
    }
  };
  const loadQuestions = (): readonly string[] =>
    (readIfPossible(historyPath) ?? "").split("\n").filter((line) => line.trim() !== "");
  return {
    folder,
    saveSession: (session) =>
      write(sessionPath, `${JSON.stringify({ version: VERSION, ...session })}\n`),
    loadSession: () => parseSession(readIfPossible(sessionPath)),
    loadQuestions,
    addQuestion: (question) => {
      const line = question.replace(/\s+/g, " ").trim();
      const kept = loadQuestions().filter((earlier) => earlier !== line);
      return write(historyPath, `${[...kept, line].slice(-MOST_QUESTIONS).join("\n")}\n`);
    },
    mark: (name) => write(join(folder, name), ""),
    has: (name) => existsSync(join(folder, name)),
    clear: () => {
      for (const path of [sessionPath, historyPath]) rmSync(path, { force: true });
    },
  };
}

export function readIfPossible(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** Trusts nothing: the file may be damaged, or of another version. Its quotes are minted again. */
function parseSession(text: string | undefined): KeptSession | undefined {
  try {
    const { version, ...kept } = JSON.parse(text ?? "") as KeptSession & { version: unknown };
    const named = typeof kept.corpus === "string" && typeof kept.index === "string";
    return version === VERSION && named && kept.outcomes.every(isOutcome) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Whether it has the shape of an outcome; its quotes may still be anything. */
export function isOutcome(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { kind, question, sources, quotes, claims, closest } = value as Record<string, unknown>;
  if (typeof question !== "string" || !Array.isArray(sources)) return false;
  if (kind === "answer") return Array.isArray(quotes) && Array.isArray(claims);
  return kind === "abstention" && Array.isArray(closest);
}

/** Keeps a question and the answers so far. @returns what to tell the reader of it: nothing where all was kept */
export function keepAnswers(
  store: StateStore,
  question: string,
  session: KeptSession,
): readonly string[] {
  const kept = [store.addQuestion(question), store.saveSession(session)];
  if (kept.every(Boolean)) return [];
  return [
    `note: this answer is not kept for export: ${store.folder} cannot be written; make it writable, or use --no-history`,
  ];
}
