// What runs have begun and not tidied up, and whose deleted rows lie on the disk ↔ the text that marks an index as unfinished.

export type TableName = "passages" | "articles" | "traces";

/** Ids of articles; `true` where they are too many to be listed, and any may be one. */
export type SomeIds = readonly string[] | true;

/** Replaced and deleted rows lie in their files until these are written anew. */
const MOST_FORMER = 10_000;

function joinIds(one: SomeIds, other: SomeIds): SomeIds {
  if (one === true || other === true) return true;
  const joined = new Set([...one, ...other]);
  return joined.size > MOST_FORMER ? true : [...joined];
}

/**
 * `putting` names the articles of commits that may have been cut in two: of all others both rows and
 * passages are there. `erasing` names, for each table, the fragments of it that still hold the text of
 * articles that were taken out. `former` are the articles of which rows were replaced or deleted.
 */
export interface UnfinishedWork {
  readonly putting: readonly string[];
  readonly erasing: Readonly<Record<TableName, readonly number[]>>;
  readonly former: SomeIds;
}

const NOTHING: UnfinishedWork = {
  putting: [],
  erasing: { passages: [], articles: [], traces: [] },
  former: [],
};

const DELETIONS = /^(passages|articles|traces)\.lance\/_deletions\/(\d+)-/;

/** The fragments with deleted rows, by the files of an index: Lance names a list of them after its fragment. */
export function listDeletions(files: Iterable<string>): UnfinishedWork["erasing"] {
  const found: Record<TableName, number[]> = { passages: [], articles: [], traces: [] };
  for (const file of files) {
    const [, table, fragment] = DELETIONS.exec(file) ?? [];
    if (table !== undefined) found[table as TableName].push(Number(fragment));
  }
  return found;
}

/** Nothing where no rows lie deleted in the files. */
export function keepFormer(
  files: readonly string[],
  former: readonly SomeIds[],
): { readonly former?: SomeIds } {
  const isClean = Object.values(listDeletions(files)).every((some) => some.length === 0);
  return isClean ? {} : { former: former.reduce(joinIds) };
}

/** Of two runs, or of two writes of one. */
export function joinWork(
  one: UnfinishedWork,
  { putting = [], erasing = NOTHING.erasing, former = [] }: Partial<UnfinishedWork>,
): UnfinishedWork {
  const join = <T>(some: readonly T[], more: readonly T[]): readonly T[] => [
    ...new Set([...some, ...more]),
  ];
  return {
    putting: join(one.putting, putting),
    former: joinIds(one.former, former),
    erasing: {
      passages: join(one.erasing.passages, erasing.passages),
      articles: join(one.erasing.articles, erasing.articles),
      traces: join(one.erasing.traces, erasing.traces),
    },
  };
}

/** Where nobody knows, the text says nothing. It is never empty. */
export function writeWork(work: UnfinishedWork | undefined): string {
  return `${JSON.stringify(work ?? "a run writes, or was stopped")}\n`;
}

/** `undefined` where the text does not tell: then all is to be looked at. */
export function readWork(text: string | undefined): UnfinishedWork | undefined {
  if (text === undefined) return NOTHING;
  try {
    const { putting, erasing, former } = JSON.parse(text) as UnfinishedWork;
    const fragments = [...erasing.passages, ...erasing.articles, ...erasing.traces];
    const isSound =
      putting.every((id) => typeof id === "string") &&
      fragments.every(Number.isInteger) &&
      isSomeIds(former);
    return isSound ? { putting, erasing, former } : undefined;
  } catch {
    return undefined;
  }
}

export const isSomeIds = (ids: unknown): ids is SomeIds =>
  ids === true || (Array.isArray(ids) && ids.every((id) => typeof id === "string"));
