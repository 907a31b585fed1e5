// What runs have begun and not tidied up ↔ the text that marks an index as unfinished.

export type TableName = "passages" | "articles" | "traces";

/**
 * `putting` names the articles of commits that may have been cut in two: of all others both rows and
 * passages are there. `erasing` names, for each table, the fragments of it that still hold the text of
 * articles that were taken out.
 */
export interface UnfinishedWork {
  readonly putting: readonly string[];
  readonly erasing: Readonly<Record<TableName, readonly number[]>>;
}

const NOTHING: UnfinishedWork = {
  putting: [],
  erasing: { passages: [], articles: [], traces: [] },
};

/** Of two runs, or of two writes of one. */
export function joinWork(
  one: UnfinishedWork,
  { putting = [], erasing = NOTHING.erasing }: Partial<UnfinishedWork>,
): UnfinishedWork {
  const join = <T>(some: readonly T[], more: readonly T[]): readonly T[] => [
    ...new Set([...some, ...more]),
  ];
  return {
    putting: join(one.putting, putting),
    erasing: {
      passages: join(one.erasing.passages, erasing.passages),
      articles: join(one.erasing.articles, erasing.articles),
      traces: join(one.erasing.traces, erasing.traces),
    },
  };
}

export function writeWork(work: UnfinishedWork): string {
  return `${JSON.stringify(work)}\n`;
}

/** `undefined` where the text does not tell: then all is to be looked at. */
export function readWork(text: string | undefined): UnfinishedWork | undefined {
  if (text === undefined) return NOTHING;
  try {
    const { putting, erasing } = JSON.parse(text) as UnfinishedWork;
    const fragments = [...erasing.passages, ...erasing.articles, ...erasing.traces];
    const isSound =
      putting.every((id) => typeof id === "string") && fragments.every(Number.isInteger);
    return isSound ? { putting, erasing } : undefined;
  } catch {
    return undefined;
  }
}
