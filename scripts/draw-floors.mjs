// The modules under src/ and their imports → a Mermaid diagram of the floors, a list of the files.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import rules from "../.dependency-cruiser.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const floors = [
  ["cli"],
  ["index.ts"],
  ["assistant.ts", "assistant-api.ts"],
  ["flows", "adapters"],
  ["ports", "stages", "question"],
  ["model", "text"],
];

/** `src/corpus/ingest/x.ts` → `corpus`; a file at the top is a room of its own. */
const roomOf = (source) => source.split("/")[1];

/** `src/corpus/ingest/x.ts` → `corpus/ingest`: a step and an adapter are folders of their own. */
const folderOf = (source) => {
  const folders = source.split("/").slice(1, -1);
  return folders.slice(0, /^(?:stages|adapters|cli)$/.test(folders[0]) ? 2 : 1).join("/");
};

async function readModules() {
  const { output } = await cruise(["src"], { ...rules.options, baseDir: root }, undefined, {
    tsConfig: extractTSConfig(join(root, "tsconfig.json")),
  });
  return output.modules.filter(({ source }) => source.startsWith("src/"));
}

const countBy = (values) => {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

const node = (room) => room.replace(".ts", "").replace("index", "api");

/** A room's name, and how many files each of its folders holds. */
function labelRoom(room, sources) {
  const own = sources.filter((source) => roomOf(source) === room);
  if (room.endsWith(".ts")) return room;
  const folders = countBy(own.map((source) => folderOf(source)));
  folders.delete(room);
  const shown = [...folders].sort().map(([folder, count]) => `${folder.split("/")[1]} ${count}`);
  const inside = shown.length > 0 ? `<br/>${shown.join(" · ")}` : "";
  return `<b>${room}/</b> ${own.length} files${inside}`;
}

/** Floors from the top down. Arrows to model/ and text/ are left out: every floor has them. */
export async function drawFloors() {
  const modules = await readModules();
  const sources = modules.map(({ source }) => source);
  const arrows = modules.flatMap(({ source, dependencies }) =>
    dependencies
      .filter(({ resolved }) => resolved.startsWith("src/"))
      .map(({ resolved }) => [roomOf(source), roomOf(resolved)])
      .filter(([from, to]) => from !== to && to !== "model" && to !== "text")
      .map(([from, to]) => `  ${node(from)} --> ${node(to)}`),
  );
  const drawn = floors.flatMap((rooms, depth) => [
    `  subgraph floor${floors.length - depth}["${floors.length - depth}"]`,
    ...rooms.map((room) => `    ${node(room)}["${labelRoom(room, sources)}"]`),
    "  end",
  ]);
  return ["flowchart TB", ...drawn, ...[...new Set(arrows)].sort()].join("\n");
}

const readDuty = (source) =>
  readFileSync(join(root, source), "utf8")
    .split("\n")
    .find((line) => line.startsWith("// "))
    .slice(3);

/** Each folder with its files, and each file with the duty that its first line states. */
export async function listFiles() {
  const sources = (await readModules()).map(({ source }) => source).sort();
  const folders = [...new Set(sources.map((source) => folderOf(source)))].sort();
  const list = folders.map((folder) => {
    const title = folder === "" ? "src/" : `src/${folder}/`;
    const files = sources
      .filter((source) => folderOf(source) === folder)
      .map((source) => `- \`${source.slice(title.length)}\`: ${readDuty(source)}`);
    return `**\`${title}\`**\n\n${files.join("\n")}`;
  });
  return list.join("\n\n");
}
