// What is known of an article → the words that say whose words its quotes are.

/** The names that an article's metadata gives; an absent one is not known. */
export interface KnownNames {
  readonly publisher?: string;
  readonly about?: { readonly publisher?: string };
}

/**
 * `CNN`; for a brief `Brief of CNN's report`, never the name of the report's publisher alone, for
 * the words are the brief's. `undefined` when the publisher is not known.
 */
export function nameVoice({ publisher, about }: KnownNames): string | undefined {
  if (about === undefined) return publisher;
  const reporter = about.publisher;
  if (reporter === undefined) return "Brief of a report";
  return `Brief of ${reporter}${reporter.endsWith("s") ? "'" : "'s"} report`;
}
