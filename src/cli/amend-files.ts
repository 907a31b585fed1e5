// Amended documents → their files rewritten, once the reader agrees.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { type AmendedDocument, listChanges, PullquoteError } from "../index.ts";
import { count } from "./progress.ts";
import type { Screen } from "./terminal.ts";
import { writeExport } from "./write-export.ts";

const MARK = "\ufeff";

/**
 * Shows what would change on stderr. On a terminal it asks; elsewhere only `--yes` writes. Each file is
 * written whole or not at all.
 * @returns whether the files are now as amended
 * @throws PullquoteError `file-unwritable` | `disk-full`
 */
export async function amendFiles(
  documents: readonly AmendedDocument[],
  agreed: boolean,
  screen: Screen,
  signal: AbortSignal,
): Promise<boolean> {
  const changed = documents.filter(({ edits }) => edits.length > 0);
  if (changed.length === 0) {
    screen.note("note: nothing is safe to rewrite");
    return true;
  }
  for (const line of changed.flatMap(listChanges)) screen.note(line);
  const names = count(changed.length, "file");
  if (!agreed && !(await ask(`Rewrite ${names}? [y/N] `, signal))) {
    screen.note(`note: nothing was written; to rewrite ${names}: pullquote verify --fix --yes …`);
    return false;
  }
  for (const document of changed) {
    await writeExport(document.name, encode(document), "replace");
    screen.note(`rewritten: ${document.name}`);
  }
  return true;
}

/** The file must still be what was checked; its byte order mark stays. */
function encode({ name, before, after }: AmendedDocument): string {
  const bytes = readFileSync(name);
  if (bytes.equals(Buffer.from(before))) return after;
  if (bytes.equals(Buffer.from(MARK + before))) return MARK + after;
  throw new PullquoteError({
    code: "file-unwritable",
    message: `${name} was not rewritten: it has changed meanwhile, or is not UTF-8.`,
    hint: `Save it as UTF-8 and try again: pullquote verify --fix ${name}`,
  });
}

async function ask(question: string, signal: AbortSignal): Promise<boolean> {
  if (!(process.stdin.isTTY && process.stderr.isTTY)) return false;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(?:es)?$/i.test((await lines.question(question, { signal })).trim());
  } catch {
    return false;
  } finally {
    lines.close();
  }
}
