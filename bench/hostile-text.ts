// Texts of 1 MB made to be slow → how much processor time parsing and chunking each takes, beside plain news prose.
// npx tsx bench/hostile-text.ts

import { chunkPassages } from "../src/corpus/read/chunk-passages.ts";
import { parseArticle } from "../src/corpus/read/parse-article.ts";

const SIZE = 1_000_000;
const fill = (piece: string): string => piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE);
const prose =
  "The convoy left the port at dawn on Jan. 3, Maj. Gen. Ada B. Roe said. “It was late!” ";
const TEXTS: Readonly<Record<string, string>> = {
  "prose, one line": fill(prose),
  "prose, one sentence a line": fill(`${prose}\n\n`),
  "short lines": fill("Port news\n"),
  "short paragraphs": fill("Port news\n\n"),
  "one word": fill("a"),
  spaces: fill(" "),
  dots: fill("."),
  "spaced dots": fill(". "),
  "quotation marks": fill("”"),
  initials: fill("A. "),
  "capitalised words": fill("Anna "),
  "combining marks": `a${fill("\u0301")}`,
  "joined emoji": fill("👩‍👩‍👧‍👧"),
  "open brackets": fill("["),
  "images without end": fill("![a](b"),
  "angle brackets": fill("<a "),
  "quotation markers": fill(">"),
  "comments without end": fill("<!-- "),
  "scripts without end": fill("<script>"),
  "list markers": fill("- "),
  emphasis: fill("*a "),
  "table rules": fill("|-"),
  dashes: fill("-"),
  links: fill("https://example.org/a "),
  "front matter without end": `---\n${fill("a: b\n")}`,
  "front matter of brackets": `---\na: ${"[".repeat(30_000)}\n---\n`,
  "front matter of list markers": `---\n${"- ".repeat(15_000)}\n---\n`,
  "front matter of keys": `---\n${"a: ".repeat(10_000)}\n---\n`,
  "front matter of indents": `---\n${Array.from({ length: 200 }, (_, at) => `${" ".repeat(at)}a:`).join("\n")}\n---\n`,
  "carriage returns": fill("a\r"),
  "lines of one letter": fill("a\n"),
  "paragraphs of one letter": fill("a\n\n"),
  "no-break spaces": fill("a\u00a0"),
};

for (const [name, text] of Object.entries(TEXTS)) {
  for (const id of ["a.txt", "a.md"]) {
    const source = { id, path: id, text, sha256: "", textSha256: "", size: 0, modified: 0 };
    const begun = process.cpuUsage();
    const passages = chunkPassages(parseArticle(source)).length;
    const { user, system } = process.cpuUsage(begun);
    const took = (user + system) / 1000;
    const verdict = took > 2_000 ? "SLOW" : "";
    process.stdout.write(
      `${name} (${id}): ${took.toFixed(0)} ms, ${passages} passages ${verdict}\n`,
    );
  }
}
