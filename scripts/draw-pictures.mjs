// The built program → the pictures of the README: docs/pictures/terminal.svg and docs/pictures/page.png.
//
//   node scripts/draw-pictures.mjs
//
// Needs a build, and Chromium for the page. Both show what the program writes; in the terminal the folder
// that it runs in is called ~/news.

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isolateEnvironment, sampleQuestion } from "./try-program.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const pictures = join(root, "docs/pictures");
const columns = 88;
const [charWidth, lineHeight, margin] = [8.43, 20, 18];

/** What the codes of the terminal mean here: `[class]` is begun, `undefined` ends all of them. */
const classes = { 1: "bold", 2: "dim", 31: "red", 32: "green", 33: "yellow", 36: "cyan" };
const ends = { 22: ["bold", "dim"], 39: ["red", "green", "yellow", "cyan"] };
const style = `
  rect { fill: #1b1d22 } text { font: 14px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #dcdfe4; white-space: pre }
  .bold { font-weight: 700 } .dim { fill: #8b919c } .red { fill: #ff7b72 } .green { fill: #7ee787 }
  .yellow { fill: #e3b341 } .cyan { fill: #79d4e6 } .prompt { fill: #8b919c }`;

const escapeXml = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Lines with the codes of a terminal → lines of `tspan`s; a style may run over several lines. */
function paintLines(text) {
  const open = new Set();
  return text.split("\n").map((line) => {
    const [first = "", ...coded] = line.split("\u001b[");
    const painted = coded.map((part) => {
      const end = part.indexOf("m");
      for (const code of part.slice(0, end).split(";")) applyCode(open, code);
      return span([...open], part.slice(end + 1));
    });
    return [span([...open], first), ...painted].join("");
  });
}

function applyCode(open, code) {
  if (code === "0" || code === "") open.clear();
  else if (code in ends) for (const name of ends[code]) open.delete(name);
  else if (code in classes) open.add(classes[code]);
}

const span = (names, text) =>
  names.length === 0 || text === ""
    ? escapeXml(text)
    : `<tspan class="${names.join(" ")}">${escapeXml(text)}</tspan>`;

function drawTerminal(command, output) {
  const lines = [`<tspan class="prompt">~/news $ </tspan>${escapeXml(command)}`];
  lines.push(...paintLines(output.trimEnd()));
  const [width, height] = [
    columns * charWidth + 2 * margin,
    lines.length * lineHeight + 2 * margin,
  ];
  const texts = lines.map(
    (line, at) => `<text x="${margin}" y="${margin + 14 + at * lineHeight}">${line}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.ceil(width)}" height="${height}" role="img">`,
    `<title>A terminal: ${escapeXml(command)}</title>`,
    `<style>${style}\n</style>`,
    '<rect width="100%" height="100%" rx="8"/>',
    ...texts,
    "</svg>\n",
  ].join("\n");
}

const work = realpathSync(mkdtempSync(join(tmpdir(), "pullquote-pictures-")));
const news = join(work, "news");
const run = (words) =>
  spawnSync(process.execPath, [join(root, "dist/cli/main.js"), ...words], {
    cwd: news,
    encoding: "utf8",
    env: { ...isolateEnvironment(join(work, "home")), COLUMNS: String(columns), NO_COLOR: "" },
  });
try {
  mkdirSync(news);
  cpSync(join(root, "corpus"), join(news, "corpus"), { recursive: true });
  cpSync(join(pictures, "draft.md"), join(news, "draft.md"));
  const checked = run(["verify", "draft.md", "--color", "always"]);
  const told = checked.stdout.replaceAll(news, "~/news");
  writeFileSync(join(pictures, "terminal.svg"), drawTerminal("pullquote verify draft.md", told));

  const page = join(work, "answer.html");
  const { status, stderr } = run(["ask", sampleQuestion, "-o", page]);
  if (status !== 0) throw new Error(stderr);
  const names = ["chromium", "chromium-browser", "google-chrome"];
  const browser = names.find((name) => spawnSync(name, ["--version"]).status === 0);
  if (browser === undefined) throw new Error("no Chromium here: node scripts/tools-for-tests.mjs");
  const size = ["--headless", "--no-sandbox", "--hide-scrollbars", "--window-size=1100,700"];
  spawnSync(browser, [...size, `--screenshot=${join(pictures, "page.png")}`, `file://${page}`]);
} finally {
  rmSync(work, { recursive: true, force: true });
}
