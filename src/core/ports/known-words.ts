// The port that tells words of the language from slips: `resigned` is one, `resinged` is none.

/** Which of these are words of the language, whatever any article holds: a misspelt one is not. */
export type ListKnownWords = (words: readonly string[]) => Promise<ReadonlySet<string>>;
