// What was scored, kept by what it was scored with: a run that was stopped goes on where it was.

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

export interface ResultCache {
  /** The kept value of these parts, or what `make` gives, which is kept. JSON must hold it. */
  get<T>(parts: readonly string[], make: () => Promise<T>): Promise<T>;
}

/** `version` stands for the code: results of other code are never read. */
export function openResults(folder: string, version: string): ResultCache {
  return {
    async get<T>(parts: readonly string[], make: () => Promise<T>): Promise<T> {
      const digest = createHash("sha256")
        .update([version, ...parts].join("\n"))
        .digest("hex");
      const file = join(folder, `${parts.slice(0, 2).join("-")}-${digest.slice(0, 16)}.json`);
      if (existsSync(file)) return JSON.parse(await readFile(file, "utf8")) as T;
      const made = await make();
      await mkdir(dirname(file), { recursive: true });
      await writeFile(`${file}.part`, JSON.stringify(made));
      await rename(`${file}.part`, file);
      return made;
    },
  };
}
