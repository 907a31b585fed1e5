// The places where a quotation stands → the one that the document means, and the verdict.

import type { Change, Finding, Quotation, Verdict } from "../core/check.ts";
import type { Span } from "../core/span.ts";
import { attributeSpan, type SpanAttribution } from "../english/speech/attribute-span.ts";
import { isSpeaker } from "../english/speech/is-speaker.ts";
import { type JudgedArticle, placeAt } from "../quote/judged-article.ts";
import { foldWords } from "../text/fold-typography.ts";
import { type Agreement, weighAttribution } from "./weigh-attribution.ts";

/** A place where the words stand, as `verdict` says. `reason` tells why an edit misleads. */
export interface FoundPlace {
  readonly article: JudgedArticle;
  readonly span: Span;
  readonly verdict: Verdict;
  readonly changes: readonly Change[];
  readonly reason?: string;
}

type Judgement = Pick<
  Finding,
  "verdict" | "detail" | "place" | "others" | "changes" | "likeness" | "unattributed"
>;

const MOST_OTHERS = 9;
/** Words that stand in more places than that are anybody's: whose they are is not read further on. */
const MOST_WEIGHED = 40;
const UNSAID: Agreement = { kind: "unsaid" };

/** Honest places before misleading ones, and where the document agrees before where it is silent. */
export function choosePlace(quotation: Quotation, found: readonly FoundPlace[]): Judgement {
  const honest = found.filter(({ verdict }) => verdict !== "misleading");
  const places = (honest.length > 0 ? honest : found).map((place, at) => ({
    ...place,
    agreement: at < MOST_WEIGHED ? weighAttribution(quotation, place.article, place.span) : UNSAID,
  }));
  const agreeing = places.filter(({ agreement }) => agreement.kind === "agrees");
  const fitting =
    agreeing.length > 0 ? agreeing : places.filter(({ agreement }) => agreement.kind !== "differs");
  const [chosen, ...rest] = fitting.length > 0 ? fitting : places;
  if (chosen === undefined) throw new RangeError("a quotation without a place has none to choose");
  const others = (fitting.length > 0 ? rest : places.slice(1)).slice(0, MOST_OTHERS);
  const isOpen = fitting.length > 0 && rest.some(differsFrom(chosen));
  return {
    ...decide(chosen, isOpen ? rest.length : 0, fitting.length > 0 ? rest : []),
    place: placeAt(chosen.article, chosen.span),
    others: others.map(({ article, span }) => placeAt(article, span)),
    changes: chosen.changes,
    likeness: 1,
    ...(chosen.agreement.kind === "unnamed" && { unattributed: true as const }),
  };
}

function decide(
  chosen: FoundPlace & { readonly agreement: Agreement },
  others: number,
  alike: readonly FoundPlace[],
): Pick<Finding, "verdict" | "detail"> {
  const { agreement, verdict, reason } = chosen;
  if (agreement.kind === "differs") {
    return {
      verdict: "misattributed",
      detail: `The words are in the corpus, but ${agreement.reason}.`,
    };
  }
  if (verdict === "misleading") {
    return { verdict, detail: `Shortened or completed so that it misleads: ${reason}.` };
  }
  if (others > 0) {
    return {
      verdict: "ambiguous",
      detail: `The words stand in ${others + 1} places, and nothing says which is meant.`,
    };
  }
  return { verdict, detail: `${DETAILS[verdict] ?? ""}${nameAlike(chosen, alike)}` };
}

/** One story in several files is one source: its words and whose they are do not differ. */
function differsFrom(one: FoundPlace): (other: FoundPlace) => boolean {
  const words = foldWords(textOf(one));
  const isEdited = one.changes.some(({ kind }) => kind !== "typography");
  const own = readSpeaker(one);
  return (other) => {
    if (foldWords(textOf(other)) !== words) return isEdited;
    const others = readSpeaker(other);
    if (own === undefined || others === undefined) return own !== others;
    const names = [own.name ?? own.role ?? "", others.name ?? others.role ?? ""] as const;
    return !isSpeaker(own, names[1]) && !isSpeaker(others, names[0]);
  };
}

const readSpeaker = ({ article, span }: FoundPlace): SpanAttribution["speaker"] =>
  attributeSpan(article.source.text, span).speaker;

function textOf({ article, span }: FoundPlace): string {
  return article.source.text.slice(span.start, span.end);
}

/** " Also in wire-2.md and wire-3.md." */
function nameAlike({ article }: FoundPlace, alike: readonly FoundPlace[]): string {
  const ids = new Set(alike.map((place) => place.article.source.id));
  ids.delete(article.source.id);
  const [last = "", ...more] = [...ids].slice(0, MOST_OTHERS).reverse();
  if (last === "") return "";
  return ` Also in ${more.length === 0 ? last : `${more.reverse().join(", ")} and ${last}`}.`;
}

const DETAILS: Partial<Record<Verdict, string>> = {
  verified: "Byte for byte in the article.",
  typographic: "The article's words in another typography.",
  edited: "The article's words, edited as its signs say.",
};
