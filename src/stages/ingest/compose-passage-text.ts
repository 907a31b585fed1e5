// A passage and its article's title → the text that is embedded and searched.

/**
 * The title says what "he" and "the group" in a passage are about. Where it is not known the passage
 * stands alone. Changing this changes every vector: raise `SCHEMA_VERSION` with it.
 */
export function composePassageText(title: string | undefined, passageText: string): string {
  return title === undefined || title === "" ? passageText : `${title}\n${passageText}`;
}
