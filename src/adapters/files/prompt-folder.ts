// A prompt's name → the text of its file, from the user's folder or from the one that ships.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PullquoteError } from "../../core/errors.ts";

const SHIPPED = fileURLToPath(new URL("../../../prompts/", import.meta.url));

/**
 * A file that the user's folder does not have comes from the shipped one.
 * @throws PullquoteError `bad-prompt`
 */
export async function readPromptFile(name: string, folder: string | undefined): Promise<string> {
  const own = folder === undefined ? undefined : await readIfThere(join(folder, `${name}.md`));
  const text = own ?? (await readIfThere(join(SHIPPED, `${name}.md`)));
  if (text !== undefined) return text;
  throw new PullquoteError({
    code: "bad-prompt",
    message: `There is no prompt ${name}.md in ${folder ?? SHIPPED}.`,
    hint: "Install pullquote again, or name a folder that has it",
  });
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return;
    throw new PullquoteError({
      code: "bad-prompt",
      message: `The prompt ${path} cannot be read.`,
      hint: `Check its permissions: ls -l ${JSON.stringify(path)}`,
      cause,
    });
  }
}
