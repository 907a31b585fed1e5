// All numbers that decide what is a copy, a shared passage or one voice.
// What they are worth is measured on made copies and on pairs that tell of one event: npx tsx bench/copies.ts --data DIR

// Samples of an article.
/**
 * Words in a run by which copies are told. Shorter runs are shared by chance and by common phrases,
 * longer ones do not survive an edited sentence.
 */
export const PRINT_RUN: number = 5;
/** One such run in so many is kept: those whose hash is below this. */
export const KEPT_BELOW: number = 2 ** 32 / 10;
/** Words in a run by which passages are found: rarer, for one in common must be worth a look. */
export const MARK_RUN: number = 6;
/** Of so many runs side by side one is kept: together they are twenty words. */
export const MARK_WINDOW: number = 15;

// Whole copies.
/** Least share of the smaller sample that the larger one holds too. */
export const COPY_SHARE: number = 0.3;
/** Fewer common runs may be one quoted sentence. */
export const COPY_RUNS: number = 5;
/**
 * A run that this many articles have is furniture or a stock phrase, and would pair them all. Copies
 * of one text beyond that number still share their equal digests, and their runs with its neighbours.
 */
export const MOST_RUN_HOLDERS: number = 256;
/** From this containment of stems on, a copy's sentence is its original's. */
export const COPIED_SENTENCE_SHARE: number = 0.7;

// Shared passages.
/** A mark that more articles have is a stock phrase or a notice, and worth no look. */
export const MOST_MARK_HOLDERS: number = 48;
/** Articles with words in common that are held against the few asked about: of more, those with the most. */
export const MOST_RELATED: number = 400;
/** Sharers worth reading, of each article. */
export const MOST_SHARERS: number = 6;
/** Words that must be the same side by side for a look at what is around them. */
export const SEED_WORDS: number = 5;
/** Places of one seed that are looked at; what recurs more often is a refrain. */
export const MOST_SEED_PLACES: number = 8;
/** Words that an editor may have put, dropped or changed at one place. */
export const MOST_SKIPPED: number = 5;
/** A passage has this share of its words from the other one. */
export const PASSAGE_SHARE: number = 0.75;
/** Fewer words in common are no passage. */
export const PASSAGE_WORDS: number = 8;
/**
 * Words outside quotation marks that make a passage another's text. Two reporters may take down the
 * same words of one speaker, and may both write "did not respond to a request for comment".
 */
export const TOLD_WORDS: number = 20;
/** A paragraph of so many words, of which this share is the other's, is taken over whole. */
export const PARAGRAPH_WORDS: number = 12;
export const PARAGRAPH_SHARE: number = 0.8;

// Articles that rest on a publisher.
/** An article that names more than this lists publishers, and rests on none in particular. */
export const MOST_PUBLISHERS: number = 12;
/** Days before the article that rests on it in which a report was published, and after, for time zones. */
export const EARLIEST_REPORT: number = 30;
export const LATEST_REPORT: number = 1;
/** Candidates worth reading. */
export const MOST_REPORTS: number = 6;
/** Words in common, spoken ones too, that tell that a report is meant: a sentence, or a quotation. */
export const REPORT_WORDS: number = 10;

// Sources that are one voice.
/** A quote lies in a passage when so much of it does. */
export const QUOTE_SHARE: number = 0.8;
/** Shorter sentences are alike by chance. */
export const QUOTE_WORDS: number = 10;
/** From this containment of stems on, two quotes say the same. */
export const SAME_QUOTE_SHARE: number = 0.5;
