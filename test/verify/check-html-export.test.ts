import { describe, expect, test } from "vitest";
import type { CheckedDocument } from "../../src/core/check.ts";
import { renderHtml } from "../../src/export/render-html.ts";
import { checkDocuments } from "../../src/verify/check-documents.ts";
import { annotateCase, articlesOf } from "../export/annotate-case.ts";
import { openMemorySource } from "../memory/memory-source.ts";

async function check(html: string, names: readonly string[]): Promise<CheckedDocument> {
  const { documents } = await checkDocuments(
    [{ name: "export.html", text: html }],
    openMemorySource(names.flatMap(articlesOf)),
  );
  const [document] = documents;
  if (document === undefined) throw new Error("no document came back");
  return document;
}

const pageOf = async (names: readonly string[]): Promise<string> =>
  renderHtml(await Promise.all(names.map(annotateCase)));
const verdictsOf = ({ findings }: CheckedDocument): string[] =>
  findings.filter(({ quotation }) => quotation.aside === undefined).map(({ verdict }) => verdict);

const SHOWN = ["two-reports", "scripts", "brief", "abstention", "hostile"];

describe.each([...SHOWN.map((name) => [name]), SHOWN])("the page of %s", (...names) => {
  test("is verified throughout, paragraphs and all, with nothing to note", async () => {
    const checked = await check(await pageOf(names), names);

    expect(new Set(verdictsOf(checked))).toEqual(new Set(["verified"]));
    expect(checked.notes).toEqual([]);
  });
});

test("positions that differ stand below the claims, are proved with them, and no quote has two paragraphs", async () => {
  const annotated = await annotateCase("two-reports");
  const { outcome } = annotated;
  if (outcome.kind !== "answer") throw new Error("the case is no answer");
  const positions = [
    { value: "12 <b>crowns", citations: [2] as const, independent: 1 },
    {
      value: "half",
      citations: [3] as const,
      independent: 1,
      reason: { kind: "bound" } as const,
    },
  ];
  const comparison = { verdict: "differ", independent: 2, positions } as const;
  const html = renderHtml([{ ...annotated, outcome: { ...outcome, comparison } }]);
  const checked = await check(html, ["two-reports"]);

  expect(html).toContain("<h3>Where the sources differ</h3>");
  expect(html).toContain("<b>12 &lt;b&gt;crowns</b>");
  expect(html).toContain('<span class="reason">another bound</span>');
  expect(html.match(/<mark>/g)).toHaveLength(3);
  expect(new Set(verdictsOf(checked))).toEqual(new Set(["verified"]));
  expect(checked.notes).toEqual([]);
});

test("every changed character of quotes, paragraphs, places, sources and proof is reported", async () => {
  const html = await pageOf(["two-reports"]);
  const names = ["two-reports"];
  const before = JSON.stringify(summarise(await check(html, names)));
  const silent: string[] = [];
  for (const at of listPlaces(html)) {
    const character = html.charAt(at);
    const other = character === "x" ? "y" : "x";
    const digit = String((Number(character) + 1) % 10);
    const changed = html.slice(0, at) + (/\d/.test(character) ? digit : other) + html.slice(at + 1);
    const after = JSON.stringify(summarise(await check(changed, names)));
    if (after === before) silent.push(html.slice(at - 20, at + 20));
  }
  expect(silent).toEqual([]);
});

/** What a reader is told: verdicts and notes. */
function summarise({ findings, notes }: CheckedDocument): unknown {
  return [findings.map(({ verdict, quotation }) => [verdict, quotation.text]), notes];
}

/** Every fifth place in what is shown of the articles, and in the addresses of the links to them. */
function listPlaces(html: string): number[] {
  const parts = [...html.matchAll(/<(p|li|h4|pre)(?: [^>]*)?>.*?<\/\1>/gs)].filter(([part]) =>
    /characters|“|<q>|<cite>|File:|SHA-256|Source|"pullquote"/.test(part),
  );
  const places = parts.flatMap(({ 0: part, index }) => [
    ...placesOf(part, /(?<=>)[^<>&]+/g, index),
    ...placesOf(part, /(?<=href=")[^"&]+/g, index),
  ]);
  return places.filter((place, at) => at % 5 === 0 && /\S/.test(html.charAt(place)));
}

function placesOf(part: string, pattern: RegExp, from: number): number[] {
  return [...part.matchAll(pattern)].flatMap(({ 0: piece, index }) =>
    Array.from(piece, (_character, unit) => from + index + unit),
  );
}
