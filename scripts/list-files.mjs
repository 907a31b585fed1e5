// The sources → each folder with its files, and each file with the duty that its first line states.
//
//   npm run files                every folder under src/
//   npm run files -- corpus      one room, or one folder of it: corpus/read

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";

const sources = fileURLToPath(new URL("../src", import.meta.url));
const wanted = (process.argv[2] ?? "").replace(/^src\/?/, "").replace(/\/$/, "");

/** The first comment of a file is its duty; it may run over several lines. */
function readDuty(name) {
  const lines = readFileSync(join(sources, name), "utf8").split("\n");
  const start = lines.findIndex((line) => line.startsWith("// "));
  if (start < 0) return "(its first line states no duty)";
  const end = lines.findIndex((line, at) => at > start && !line.startsWith("// "));
  return lines
    .slice(start, end < 0 ? undefined : end)
    .map((line) => line.slice(3))
    .join(" ");
}

if (!existsSync(join(sources, wanted))) {
  process.stderr.write(`There is no src/${wanted}.\n`);
  process.exit(1);
}
const names = readdirSync(sources, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".ts") && (wanted === "" || name.startsWith(`${wanted}/`)))
  .sort();
const folders = [...new Set(names.map((name) => posix.dirname(name)))].sort();
const list = folders.map((folder) => {
  const own = names.filter((name) => posix.dirname(name) === folder);
  const lines = own.map((name) => `  ${posix.basename(name)}: ${readDuty(name)}`);
  return `${posix.join("src", folder)}/  (${own.length})\n${lines.join("\n")}\n`;
});
process.stdout.write(list.join("\n"));
