// Question text → whether it asks for a summary, and of what.

import type { SummaryRequest } from "../core/question-intent.ts";
import { listContentStems } from "../english/stems.ts";

const REQUESTS: readonly RegExp[] = [
  /^(?:please |can you |could you )?(?:summari[sz]e|sum up|outline)\b(?<rest>.*)/i,
  /^(?:please )?(?:give|write|show)(?: me)? (?:an? |the )?(?:\p{L}+ )?(?:summary|overview|gist|outline) of\b(?<rest>.*)/iu,
  /^(?:an? |the )?(?:\p{L}+ )?(?:summary|overview|gist) of\b(?<rest>.*)/iu,
  /^what(?:['’]s| is| are| does| do) (?<rest>(?:this|that|these|those|the|all|each|it|they)\b.{0,60}?) (?:all )?about\s*\??$/i,
  /^what (?:does|do|did) (?<rest>(?:this|that|these|those|the|all|each)\b.{0,40}?\b(?:articles?|reports?|stor(?:y|ies)|pieces?|texts?)) (?:say|tell us|report)\s*\??$/i,
];
const ARTICLE =
  /\b(?:articles?|reports?|stor(?:y|ies)|pieces?|texts?|briefs?|news|corpus|papers?)\b/i;
const ONE = /\b(?:article|report|story|piece|text|brief|paper)\b/i;
/** What is left of a request that names nothing. */
const NOTHING =
  /\b(?:articles?|reports?|stor(?:y|ies)|pieces?|texts?|briefs?|news|corpus|papers?|everything|all|each|key|main|points?|findings?|contents?|whole|folder|short(?:ly)?|brief(?:ly)?|five|sentences?)\b/gi;

/** Undefined for a question that wants an answer. "What is the ferry about?" names no article. */
export function findSummaryRequest(question: string): SummaryRequest | undefined {
  const text = question.trim();
  for (const [place, pattern] of REQUESTS.entries()) {
    const rest = pattern.exec(text)?.groups?.["rest"];
    if (rest === undefined) continue;
    const isVague = place === REQUESTS.length - 2;
    if (isVague && !ARTICLE.test(rest)) continue;
    const words = rest
      .replaceAll(NOTHING, " ")
      .replaceAll(/[\s?!.,;:]+/g, " ")
      .trim();
    return { subject: listContentStems(words), words, isOne: ONE.test(rest) };
  }
  return undefined;
}
