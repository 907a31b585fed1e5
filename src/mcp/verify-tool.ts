// `verify`: a draft → the verdict on each of its quotations, as `pullquote verify` gives it.

import { z } from "zod";
import {
  type CheckedDocument,
  type CheckedDocuments,
  type LocatedFinding,
  passes,
  passesWhole,
  projectCheck,
} from "../index.ts";
import type { Note, Reply } from "./page-response.ts";
import { type Choice, type Fields, pickFields } from "./shape-output.ts";
import { count, linkTo, markFacts, markVerbatim } from "./show-quotes.ts";
import { CURSOR, type Desk, defineTool, type Tool } from "./tool.ts";

const JUDGED: Choice = {
  passed: true,
  strict: true,
  articles: true,
  unreadable: true,
  documents: {
    counts: true,
    findings: {
      verdict: true,
      passed: true,
      detail: true,
      line: true,
      column: true,
      text: true,
      speaker: true,
      aside: true,
      place: { articleId: true, line: true, start: true, end: true, text: true },
      changes: true,
    },
  },
};

/** Longer drafts are no drafts: a message that holds one has to fit a client's and our memory. */
const LONGEST_DRAFT = 5_000_000;
const LONGEST_NAME = 4096;

export function createVerifyTool({ assistant, outline }: Desk): Tool {
  const { documents, ...whole } = outline("verify.schema.json", JUDGED)["properties"] as Fields;
  const judged = (documents as { readonly items: Fields }).items["properties"] as Fields;
  return defineTool({
    name: "verify",
    title: "Verify a draft's quotations",
    description:
      "The verdict on every quotation of a draft: whether it stands in an article, word for word, and by whom. Call it before quotations are published.",
    input: {
      draft: z.string().max(LONGEST_DRAFT).describe("The whole draft: Markdown, HTML or text"),
      name: z
        .string()
        .max(LONGEST_NAME)
        .describe("Its file name; the ending tells the format (draft.md)")
        .optional(),
      strict: z.boolean().describe("Fail other typography and open edits too (false)").optional(),
      ...CURSOR,
    },
    output: { type: "object", properties: { ...whole, ...judged } },
    run: async ({ draft, name = "draft.md", strict = false }, { signal, tell }) => {
      tell("reading the articles");
      const document = { name, text: draft.replace(/^\ufeff/u, "") };
      return replyVerdicts(await assistant.check([document], signal), strict);
    },
  });
}

function replyVerdicts(checked: CheckedDocuments, strict: boolean): Reply {
  const { findings, notes }: CheckedDocument = checked.documents[0] ?? {
    name: "",
    findings: [],
    notes: [],
    questions: [],
  };
  const isPassed = checked.documents.every((document) => passesWhole(document, strict));
  const whole = pickFields(projectCheck(checked, strict), JUDGED) as Fields;
  const [{ counts, findings: judged }] = whole["documents"] as unknown as [
    { readonly counts: Fields; readonly findings: readonly Fields[] },
  ];
  const { documents: _documents, ...about } = whole;
  const failing = findings.filter((finding) => !passes(finding, strict)).length;
  const told = Object.entries(counts).map(([verdict, number]) => `${number} ${verdict}`);
  const head = isPassed
    ? `PASSED: no quotation is at fault (${told.join(", ") || "there is none"}).`
    : `FAILED: ${count(failing, "quotation")} at fault (${told.join(", ")}).`;
  return {
    count: findings.length,
    notes: [
      ...notes.map(({ line, text }) => ({ code: "draft", text: `line ${line}: ${text}` })),
      ...noteUnread(checked),
    ],
    show: (items) => {
      const shown = items.flatMap((at) => findings[at] ?? []);
      return {
        structured: { ...about, counts, findings: items.flatMap((at) => judged[at] ?? []) },
        text: [
          head,
          ...shown.flatMap((one) => (passes(one, strict) ? [] : [showFinding(one)])),
        ].join("\n"),
        links: shown.flatMap(({ place, verdict }) =>
          place === undefined ? [] : [linkTo(place, `${verdict}:`)],
        ),
      };
    },
  };
}

function noteUnread({ articles, unreadable }: CheckedDocuments): readonly Note[] {
  if (unreadable === 0) return [];
  const text = `${unreadable} of ${count(articles + unreadable, "article")} could not be read: what stands in them alone counts as missing.`;
  return [{ code: "unreadable", text }];
}

function showFinding({ at, verdict, detail, place }: LocatedFinding): string {
  return [
    `line ${at.line}, column ${at.column}: ${verdict}`,
    ...markFacts([detail]),
    ...(place === undefined
      ? []
      : [...markFacts([`${place.articleId} line ${place.line}`]), markVerbatim(place.text)]),
  ].join("\n");
}
