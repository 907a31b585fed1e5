// Links between sources → groups that are one voice, each with its reason and the agency or publisher it is from.

import type { Source } from "../../core/answer.ts";
import type { OneVoice } from "../../core/lineage.ts";
import { nameAgency } from "./compare-publishers.ts";
import type { VoiceLink } from "./join-voices.ts";

/**
 * Groups by reason: articles joined by text or by passage, directly or through others, in the order of
 * the sources; for `rests-on` those that rest on one publisher, followed by its own articles.
 */
export function nameVoices(links: readonly VoiceLink[]): readonly OneVoice[] {
  const rests = links.filter(({ because }) => because === "rests-on");
  return [
    ...groupJoined(links, "same-text"),
    ...groupJoined(links, "same-passage"),
    ...groupResting(rests),
  ];
}

function groupJoined(
  links: readonly VoiceLink[],
  because: "same-text" | "same-passage",
): readonly OneVoice[] {
  const groups: Set<Source>[] = [];
  for (const { own, other } of links.filter((link) => link.because === because)) {
    const touched = groups.filter((group) => group.has(own) || group.has(other));
    const joined = new Set([...touched.flatMap((group) => [...group]), own, other]);
    for (const group of touched) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups.map((group) => {
    const name = nameOrigin([...group], because);
    const articleIds = [...group].map(({ articleId }) => articleId);
    return { because, articleIds, ...(name !== undefined && { name }) };
  });
}

/**
 * The one agency that they credit; nothing where there are two. Of a whole text it is enough that one
 * of them does; a passage may be what an article adds to its agency's text, unless all do.
 */
function nameOrigin(
  sources: readonly Source[],
  because: "same-text" | "same-passage",
): string | undefined {
  const agencies = sources.map(findOrigin);
  if (because === "same-passage" && agencies.includes(undefined)) return;
  const named = new Set(agencies.filter((name) => name !== undefined));
  return named.size === 1 ? [...named][0] : undefined;
}

function findOrigin({ publisher = "", restsOn = [] }: Source): string | undefined {
  const credit = restsOn.find(({ isCredit }) => isCredit === true);
  return nameAgency(publisher) ?? (credit && nameAgency(credit.name));
}

function groupResting(links: readonly VoiceLink[]): readonly OneVoice[] {
  const publishers = new Map<string, VoiceLink[]>();
  for (const link of links) {
    const name = link.other.publisher ?? "";
    publishers.set(name, [...(publishers.get(name) ?? []), link]);
  }
  return [...publishers].map(([name, own]) => ({
    because: "rests-on" as const,
    articleIds: [
      ...new Set([
        ...own.map((link) => link.own.articleId),
        ...own.map((link) => link.other.articleId),
      ]),
    ],
    name,
  }));
}
