// Sources → the list under an answer: who, which article, and where each quote stands.

import type { AnswerOutcome, PlacedQuote, Quote, ShownArticle, Source } from "../core/answer.ts";
import { describePlaces } from "../core/place.ts";
import type { Run } from "../text/wrap-runs.ts";
import { citeSource, placeOf, safeUrl } from "./cite-sources.ts";
import { countVoices, describeLineage } from "./describe-lineage.ts";
import { encodePath, linkToPlace } from "./link-to-words.ts";
import {
  paintParagraph,
  type Style,
  sanitizeTerminal,
  type TerminalForm,
} from "./terminal-text.ts";

/** One paragraph a source: its name, then `[n] file:line` of each of its quotes. */
export function renderSources(
  outcome: Pick<AnswerOutcome, "sources" | "independent" | "oneVoice">,
  form: TerminalForm,
  quotes: readonly Quote[] = [],
): string {
  const quoteOf = new Map(quotes.map((quote) => [quote.number, quote]));
  const listed = outcome.sources.map((source) =>
    [
      renderSourceName(source, form),
      ...source.quotes.map((placed) =>
        paintParagraph(placeRuns(source, placed, quoteOf.get(placed.number), form), form, {
          indent: 2,
          hanging: 4,
        }),
      ),
      ...describeLineage(source).map((line) =>
        paintParagraph([{ text: sanitizeTerminal(line), style: "faint" }], form, {
          indent: 2,
          hanging: 4,
        }),
      ),
    ].join("\n"),
  );
  const title = sanitizeTerminal(["Sources", ...countVoices(outcome)].join(": "));
  const heading = paintParagraph([{ text: title, style: "heading" }], form);
  return [heading, ...listed].join("\n\n");
}

/** `CNN: Title, 26 April 2016`, the title linked to its address of the web where it has one. */
export function renderSourceName(source: Source, form: TerminalForm): string {
  return paintParagraph(nameRuns(source), form, { hanging: 2 });
}

function nameRuns(source: Source): readonly Run<Style>[] {
  const { voice, title, date } = citeSource(source);
  const link = safeUrl(source);
  return [
    ...(voice === undefined
      ? []
      : [{ text: `${sanitizeTerminal(voice)}: `, style: "lead" } as const]),
    { text: sanitizeTerminal(title), style: "heading", ...(link !== undefined && { link }) },
    { text: `, ${sanitizeTerminal(date)}`, style: "plain" },
  ];
}

function placeRuns(
  source: Source,
  placed: PlacedQuote,
  quote: Quote | undefined,
  { folder }: TerminalForm,
): readonly Run<Style>[] {
  const link = quote ? addressQuote(source, placed, quote) : fileUrl(source.path);
  return [
    { text: `[${placed.number}] `, style: "marker" },
    {
      text: sanitizeTerminal(placeOf(source, placed, folder)),
      style: "faint",
      ...(link !== undefined && { link }),
    },
  ];
}

/** The `file:` address that opens an article's file where a quote stands, as far as its kind of file has a way to say so. */
export function addressQuote(
  { path }: Source,
  { places }: PlacedQuote,
  quote: Quote,
): string | undefined {
  const file = fileUrl(path);
  return file && linkToPlace(file, path, quote, places);
}

/** A `file:` address of an absolute path, of this system's or of Windows' kind; else nothing. */
function fileUrl(path: string): string | undefined {
  const slashed = path.replaceAll("\\", "/");
  if (/^[a-z]:\//i.test(slashed)) return `file:///${encodePath(slashed)}`;
  return path.startsWith("/") ? `file://${encodePath(path)}` : undefined;
}

/** Above a block of a shown article: its first line, and its page where it has one, linked to the place in its file. */
export function renderBlockPlace(
  { excerpt, line, places }: ShownArticle["blocks"][number],
  path: string,
  form: TerminalForm,
): string {
  const [step] = places?.[0] ?? [];
  const file = fileUrl(path);
  const link = file && places && linkToPlace(file, path, excerpt, places);
  const named = step?.kind === "page" && places !== undefined ? `, ${describePlaces(places)}` : "";
  const text = sanitizeTerminal(`${line}${named}:`);
  return paintParagraph([{ text, style: "plain", ...(link !== undefined && { link }) }], form);
}
