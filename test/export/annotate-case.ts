// A folder under test/cases/render → its articles, and its outcome with the paragraphs of its quotes.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { AnnotatedOutcome } from "../../src/core/answer.ts";
import { surroundQuotes } from "../../src/corpus/read-articles.ts";
import { openMemorySource } from "../memory/memory-source.ts";
import { CASES, loadCase } from "./load-case.ts";

export function articlesOf(name: string): { id: string; text: string }[] {
  const folder = join(CASES, name, "articles");
  return readdirSync(folder).map((id) => ({ id, text: readFileSync(join(folder, id), "utf8") }));
}

export async function annotateCase(name: string): Promise<AnnotatedOutcome> {
  const outcome = loadCase(name);
  const paragraphs = await surroundQuotes(outcome, openMemorySource(articlesOf(name)));
  return { outcome, paragraphs };
}
