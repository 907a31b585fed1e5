import { describe, expect, test } from "vitest";
import { type CheckedDocument, passesWhole } from "../../src/core/check.ts";
import { checkDocuments } from "../../src/verify/check-documents.ts";
import { openMemorySource } from "../memory/memory-source.ts";

const TRUE = "The lanterns were lit before the tide came in";
const FALSE = "The lanterns were sold before the tide came in";
const ARTICLE = `Lanterns of Ovre\n\n${TRUE}, the warden said. ${"The quay was empty that night."}\n`;
const source = openMemorySource([{ id: "ovre.txt", text: ARTICLE }]);

async function check(name: string, text: string): Promise<CheckedDocument> {
  const { documents } = await checkDocuments([{ name, text }], source);
  const [document] = documents;
  if (document === undefined) throw new Error("nothing was checked");
  return document;
}

const CONSTRUCTS: readonly (readonly [name: string, make: (words: string) => string])[] = [
  ["a.md", (words) => `<blockquote>\n${words}\n</blockquote>\n`],
  [
    "a.md",
    (words) => `Before.\n\n<blockquote class="big">\n\n${words}.\n\n</blockquote>\n\nBehind.\n`,
  ],
  [
    "a.md",
    (words) =>
      `<figure>\n  <blockquote><p>${words}</p></blockquote>\n  <figcaption>A log</figcaption>\n</figure>\n`,
  ],
  ["a.md", (words) => `The log has <q>${words}</q> in it.\n`],
  ["a.md", (words) => `The log has <q cite="https://x.example">${words}</q> and more.\n`],
  ["a.md", (words) => `<pull-quote author="The warden">${words}</pull-quote>\n`],
  ["a.mdx", (words) => `<PullQuote by="The warden">\n  ${words}\n</PullQuote>\n`],
  ["a.mdx", (words) => `<Quote text="${words}" author="Nobody" />\n`],
  ["a.md", (words) => `<div class="pullquote">\n<p>${words}</p>\n</div>\n`],
  ["a.md", (words) => `<aside class='c-quote'>${words}</aside>\n`],
  ["a.md", (words) => `{{< quote author="The warden" >}}\n${words}\n{{< /quote >}}\n`],
  ["a.md", (words) => `{{% blockquote %}}${words}{{% /blockquote %}}\n`],
  ["a.md", (words) => `{{< pullquote "${words}" "The warden" >}}\n`],
  ["a.md", (words) => `{% quote The warden %}\n${words}\n{% endquote %}\n`],
  ["a.md", (words) => `{% include pullquote.html text="${words}" %}\n`],
  ["a.txt", (words) => `[quote="warden"]${words}[/quote]\n`],
  ["a.md", (words) => `[pullquote align="left"]${words}[/pullquote]\n`],
  ["a.html", (words) => `<p>One</p><pull-quote>${words}</pull-quote>`],
  ["a.html", (words) => `<div class="quote"><p>${words}</p></div><p>Behind.</p>`],
  ["a.md", (words) => `The log says ＂${words}＂ twice.\n`],
  ["a.md", (words) => `The log says 〝${words}〟 twice.\n`],
  ["a.md", (words) => `The log says ″${words}″ twice.\n`],
  ["a.md", (words) => `The log says <<${words}>> twice.\n`],
  ["a.md", (words) => `The log says << ${words} >> twice.\n`],
  ["a.md", (words) => `The log says ‟${words}” twice.\n`],
  ["a.md", (words) => `The log says ❝${words}❞ twice.\n`],
  ["a.md", (words) => `The log says 《${words}》 twice.\n`],
  ["a.md", (words) => `The log says ,,${words}'' twice.\n`],
  ["a.md", (words) => `The log is long.[^1]\n\n[^1]: The warden said “${words}.”\n`],
  ["a.md", (words) => `The log is long.[^n]\n\n[^n]:\n    > ${words}\n`],
  ["a.md", (words) => `> [!important]+ A head\n> ${words}\n`],
  ["a.md", (words) => `| Who | What |\n|---|---|\n| warden | “${words}” |\n`],
  ["a.md", (words) => `\`\`\`quote\n${words}\n\`\`\`\n`],
  ["a.tex", (words) => `\\section{One}\nThe log has \\enquote{${words}} in it.\n`],
  ["a.tex", (words) => `The log has \`\`${words}'' in it.\n`],
  ["a.tex", (words) => `\\begin{quotation}\n${words}\n\\end{quotation}\n`],
  ["a.tex", (words) => `It is long.\\footnote{The warden said \\textquote[log]{${words}}.}\n`],
  ["a.adoc", (words) => `= Log\n\n[quote, The warden, Log]\n____\n${words}.\n____\n`],
  ["a.adoc", (words) => `The log has "\`${words}\`" in it.\n`],
  ["a.adoc", (words) => `[quote]\n${words}\n\nBehind.\n`],
  ["a.org", (words) => `* Log\n#+BEGIN_QUOTE\n${words}\n#+END_QUOTE\n`],
  ["a.rst", (words) => `Log\n===\n\nBefore.\n\n    ${words}.\n\nBehind.\n`],
  ["a.rst", (words) => `.. pull-quote::\n\n   ${words}\n`],
  ["a.typ", (words) => `#quote(block: true)[${words}]\n`],
  ["a.wiki", (words) => `{{quote|${words}|The warden}}\n`],
  ["a.textile", (words) => `bq. ${words}\n\nBehind.\n`],
];

describe("what quotes is read, in whatever construct it stands", () => {
  test.each(CONSTRUCTS)("%s: %s", async (name, make) => {
    const honest = await check(name, make(TRUE));
    const invented = await check(name, make(FALSE));

    expect(honest.findings.map(({ verdict }) => verdict)).toHaveLength(1);
    expect(passesWhole(honest, false)).toBe(true);
    expect(honest.notes.filter(({ unread }) => unread === true)).toEqual([]);
    expect(passesWhole(invented, false)).toBe(false);
  });
});

describe("what is not read is told with its line, and is no strict pass", () => {
  test.each([
    ["a.md", "One.\n\n{{< tweet 1234 >}}\n", 3],
    ["a.md", "{% include quote.html id=4 %}\n", 1],
    ["a.mdx", "One.\n<Quote id='4' />\n", 2],
    ["a.md", "One.\n\n{{< quote >}}\nNever closed.\n", 3],
    ["a.tex", "One.\n\\input{chapter}\n", 2],
    ["a.tex", "\\newcommand{\\says}[1]{#1}\n\nHere: \\says{the tide came in late}\n", 3],
    ["a.tex", "One.\n\n\\begin{testimony}\nThe tide came in.\n\\end{testimony}\n", 3],
    ["a.tex", "Never closed: \\enquote{the tide came in.\n", 1],
    ["a.adoc", "One.\n\ninclude::log.adoc[]\n", 3],
    ["a.org", "One.\n#+INCLUDE: log.org\n", 2],
    ["a.rst", "One.\n\n.. include:: log.rst\n", 3],
    ["a.typ", "One.\n#saying[The tide came in]\n", 2],
    ["a.wiki", "One.\n{{Testimony|The tide came in}}\n", 2],
  ])("%s: %s", async (name, text, line) => {
    const document = await check(name, text);

    expect(document.notes.filter(({ unread }) => unread === true)[0]?.line).toBe(line);
    expect([passesWhole(document, false), passesWhole(document, true)]).toEqual([true, false]);
  });

  test("a LaTeX draft of known commands is read whole", async () => {
    const text = `\\documentclass[a4paper]{article}
\\usepackage{csquotes}
\\title{Lanterns of the long quay} % \\input{draft}
\\begin{document}
\\maketitle
\\section{The warden of the quay}\\label{one}
\\textbf{She} \\emph{said in the log}: \\enquote{${TRUE}}.\\footcite[see][4]{ovre}
\\begin{itemize}\\item One of the lanterns went out\\end{itemize}
\\begin{figure}\\includegraphics{a}\\caption{The quay at night, empty}\\end{figure}
\\end{document}
`;
    const document = await check("a.tex", text);

    expect(document.notes).toEqual([]);
    expect(passesWhole(document, true)).toBe(true);
  });

  test("code and a shortcode's example in it quote nothing", async () => {
    const text = "```html\n<blockquote>x y z</blockquote>\n```\n\nUse `<q>words of code</q>` so.\n";
    const document = await check("a.md", text);

    expect([document.findings, document.notes]).toEqual([[], []]);
  });

  test("a note that names a work has its title in marks", async () => {
    const text = "Long.[^1]\n\n[^1]: Ada Roe, “Lanterns go out in Ovre”, Ovre Post, 4 May 1990.\n";
    const [finding] = (await check("a.md", text)).findings;

    expect(finding?.quotation.aside).toBe("title");
  });
});
