// Question text → whether it asks which countries or states are named at all, and in which articles.

import type { SurveyRequest } from "../core/question-intent.ts";
import { listContentStems } from "../english/stems.ts";

const KIND = "(?<kind>countries|nations|(?:u\\.?s\\.? |american )?states)";
const NAMED =
  "(?:named|mentioned|listed|cited|referred to|involved|covered|talked about|in the news)";
const REQUESTS: readonly RegExp[] = [
  new RegExp(`^(?:which|what) ${KIND} (?:are|were|get) (?:all )?${NAMED}(?<rest>[^?]*)\\??$`, "i"),
  new RegExp(
    `^(?:which|what) ${KIND} (?:do|does|did) (?<rest>[^?]*?) (?:name|mention|list|cite|refer to|talk about|cover)\\??$`,
    "i",
  ),
  new RegExp(`^(?:which|what) ${KIND} (?:come up|appear|occur|feature)(?<rest>[^?]*)\\??$`, "i"),
  new RegExp(
    `^(?:list|name|give me) (?:all )?(?:the )?${KIND}(?: that (?:are|were))?(?: ${NAMED})?(?<rest>[^?]*)[?.]?$`,
    "i",
  ),
];
/** What is left of a request that means whatever was searched. */
const NOTHING =
  /\b(?:articles?|reports?|stor(?:y|ies)|pieces?|texts?|briefs?|news|corpus|papers?|they|it|there|all|these|those|this|that|each|here|folder)\b/gi;
const ONE = /\b(?:article|report|story|piece|text|brief|paper)\b/i;

/** Undefined where the countries are asked for that something is so of: "Which countries did they flee to?" */
export function findSurveyRequest(question: string): SurveyRequest | undefined {
  const text = question.trim();
  const groups = REQUESTS.map((pattern) => pattern.exec(text)?.groups).find((found) => found);
  if (groups === undefined) return undefined;
  const { kind = "", rest = "" } = groups;
  const named = rest
    .replaceAll(NOTHING, " ")
    .replaceAll(/[\s?!.,;:]+/g, " ")
    .trim();
  const subject = listContentStems(named);
  return {
    kind: /states$/i.test(kind) ? "states" : "countries",
    subject,
    words: subject.length === 0 ? "" : named,
    isOne: ONE.test(rest),
  };
}
