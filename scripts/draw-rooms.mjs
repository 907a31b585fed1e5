// The modules under src/ and their imports → a Mermaid diagram of the rooms.

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import rules from "../.dependency-cruiser.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** From the top down, as they are drawn. A room that is missing here is an error. */
const layers = [
  { title: "doors", rooms: ["cli", "browser", "mcp"] },
  { title: "public API", rooms: ["index.ts", "langchain.ts"] },
  { title: "who picks", rooms: ["assistant"] },
  { title: "the world", rooms: ["adapters"] },
  {
    title: "capabilities on top",
    rooms: ["compare", "timeline", "lists", "verify", "evaluate", "export"],
  },
  { title: "from evidence to answer", rooms: ["answer"] },
  { title: "from question to evidence", rooms: ["search"] },
  { title: "from files to articles", rooms: ["corpus"] },
  { title: "what is asked, what is quoted", rooms: ["question", "quote"] },
  { title: "ground", rooms: ["core", "text", "english"] },
];
const ground = new Set(["core", "text", "english"]);

/** `src/corpus/read/x.ts` → `corpus`; a file at the top is a room of its own. */
const roomOf = (source) => source.split("/")[1];

/** `src/corpus/read/x.ts` → `read`; nothing for a file that stands in its room itself. */
const folderOf = (source) => source.split("/").slice(2, -1)[0];

const node = (room) => room.replace("index.ts", "api").replace(".ts", "-door");

async function readModules() {
  const { output } = await cruise(["src"], { ...rules.options, baseDir: root }, undefined, {
    tsConfig: extractTSConfig(join(root, "tsconfig.json")),
  });
  return output.modules.filter(({ source }) => source.startsWith("src/"));
}

/** A room's name, and how many files it and each of its folders hold. */
function labelRoom(room, sources) {
  if (room.endsWith(".ts")) return room;
  const own = sources.filter((source) => roomOf(source) === room);
  const counts = new Map();
  for (const source of own) {
    const folder = folderOf(source);
    if (folder !== undefined) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const inside = [...counts].sort().map(([folder, count]) => `${folder} ${count}`);
  const shown = inside.length > 0 ? `<br/>${inside.join(" · ")}` : "";
  return `<b>${room}/</b> ${own.length} files${shown}`;
}

function refuseUnknownRooms(sources) {
  const known = new Set(layers.flatMap(({ rooms }) => rooms));
  const unknown = new Set(sources.map(roomOf).filter((room) => !known.has(room)));
  if (unknown.size > 0)
    throw new Error(`no layer for ${[...unknown].join(", ")} in draw-rooms.mjs`);
}

/** Layers from the top down. Arrows to the ground are left out: every room has them. */
export async function drawRooms() {
  const modules = await readModules();
  const sources = modules.map(({ source }) => source);
  refuseUnknownRooms(sources);
  const arrows = new Map();
  for (const { source, dependencies } of modules) {
    const from = roomOf(source);
    const rooms = dependencies
      .filter(({ resolved }) => resolved.startsWith("src/"))
      .map(({ resolved }) => roomOf(resolved))
      .filter((to) => to !== from && !ground.has(to));
    arrows.set(from, new Set([...(arrows.get(from) ?? []), ...rooms]));
  }
  const joined = [...arrows]
    .filter(([, rooms]) => rooms.size > 0)
    .map(([from, rooms]) => `  ${node(from)} --> ${[...rooms].map(node).sort().join(" & ")}`);
  const drawn = layers.flatMap(({ title, rooms }, depth) => [
    `  subgraph layer${layers.length - depth}["${title}"]`,
    ...rooms.map((room) => `    ${node(room)}["${labelRoom(room, sources)}"]`),
    "  end",
  ]);
  return ["flowchart TB", ...drawn, ...joined.sort()].join("\n");
}
