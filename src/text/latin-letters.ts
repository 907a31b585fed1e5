// Nothing → the letters of Latin script, as parts of a character class.
//
// Names in English news are written in them. \p{L} with the u flag costs a long pattern several
// hundred milliseconds the first time that it is used; these few ranges cost little. The letters of
// Latin Extended-A alternate, so they count as either case.

/** `A-Z` and its accented forms. */
export const UPPER = "A-Z\\u00c0-\\u00d6\\u00d8-\\u00de\\u0100-\\u017f\\u0218\\u021a";
/** `a-z` and its accented forms. */
export const LOWER = "a-z\\u00df-\\u00f6\\u00f8-\\u00ff\\u0100-\\u017f\\u0219\\u021b";
/** Both, and combining accents. */
export const LETTER = "A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u0300-\\u036f";
