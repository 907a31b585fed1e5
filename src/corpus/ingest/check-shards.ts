// Shards as they name themselves → those that belong together and to this index, and how many sound articles each has.

import { PullquoteError } from "../../core/errors.ts";
import type { CorpusPart, IndexState } from "../../core/index-state.ts";
import type { Embedder } from "../../core/ports/embedder.ts";
import type { ArticleEntry } from "../../core/ports/passage-store.ts";
import type { Shard } from "../../core/ports/shard.ts";
import { findFault, refuseShard } from "./check-entry.ts";
import { describePart, findPart } from "./corpus-part.ts";
import { refuseOtherEmbedder } from "./open-index.ts";

export interface KnownShard {
  readonly shard: Shard;
  readonly state: IndexState;
  readonly part: CorpusPart;
}

const WHOLE: CorpusPart = { part: 1, of: 1 };

/** @throws PullquoteError `bad-shard` where the parts do not belong together */
export async function readStates(
  shards: readonly Shard[],
  embedder: Embedder,
  isPartial: boolean,
): Promise<readonly KnownShard[]> {
  const known: KnownShard[] = [];
  for (const shard of shards) {
    const state = await shard.state();
    const { part = WHOLE } = state;
    refuseStrangeEmbedder(shard.name, state, embedder);
    const [first] = known;
    if (first !== undefined && first.part.of !== part.of) {
      const [one, other] = [describePart(part), describePart(first.part)];
      throw refuseShard(shard.name, `it is ${one}, and ${first.shard.name} is ${other}`);
    }
    const same = known.find((one) => one.part.part === part.part);
    if (same !== undefined) {
      throw refuseShard(shard.name, `it is ${describePart(part)}, as ${same.shard.name} is`);
    }
    known.push({ shard, state, part });
  }
  const of = known[0]?.part.of ?? 0;
  const there = new Set(known.map(({ part }) => part.part));
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter((part) => !there.has(part));
  if (missing.length > 0 && !isPartial) {
    throw new PullquoteError({
      code: "bad-shard",
      message: `Of ${of} parts these are missing: ${missing.slice(0, 8).join(", ")}${missing.length > 8 ? " …" : ""}. Nothing was changed.`,
      hint: "Name all of them behind --adopt, or take what there is: --partial",
    });
  }
  return known;
}

function refuseStrangeEmbedder(name: string, state: IndexState, { identity }: Embedder): void {
  try {
    refuseOtherEmbedder(state.embedder, identity);
  } catch (cause) {
    const [there, here] = [state.embedder, identity].map((one) => JSON.stringify(one));
    const why = `its vectors are of the embedder ${there}, not of ${here}, which is in use`;
    throw refuseShard(name, why, cause);
  }
}

/**
 * Reads all of it. Where its corpus goes by another name than ours, one of its files must be listed there.
 * @param sizes of the files that are listed, by id
 * @returns how many articles it has
 */
export async function checkShard(
  { shard, state, part }: KnownShard,
  location: string,
  sizes: ReadonlyMap<string, number>,
  signal: AbortSignal | undefined,
): Promise<number> {
  const seen = new Set<string>();
  const { dimensions } = state.embedder;
  let isOurs = state.corpus === location;
  const take = (entry: ArticleEntry): void => {
    const { id, file = id, size } = entry.record;
    const fault = seen.has(id)
      ? "it is there twice"
      : (findStray(file, part) ?? findFault(entry, dimensions));
    if (fault !== undefined) throw refuseShard(shard.name, `of the article ${id}, ${fault}`);
    seen.add(id);
    isOurs ||= sizes.get(file) === size;
  };
  for await (const entries of shard.entries(signal)) entries.forEach(take);
  if (isOurs || seen.size === 0) return seen.size;
  throw refuseShard(shard.name, `it is of the corpus ${state.corpus}, not of ${location}`);
}

/** So that no two parts have the same article, without a list of all. */
function findStray(file: string, { part, of }: CorpusPart): string | undefined {
  const belongs = findPart(file, of);
  return belongs === part ? undefined : `it belongs to part ${belongs} of ${of}`;
}
