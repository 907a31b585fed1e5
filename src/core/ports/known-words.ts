// What is a word at all.

/** Which of these are words of the language, whatever any article holds: a misspelt one is not. */
export type ListKnownWords = (words: readonly string[]) => Promise<ReadonlySet<string>>;
