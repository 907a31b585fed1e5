// Our own words, with names from articles among them → a wrapped paragraph that cannot act on a terminal.

import type { LineShape } from "../text/wrap-runs.ts";
import { paintParagraph, type TerminalForm } from "./paint-lines.ts";
import { reflowForTerminal } from "./sanitize-terminal.ts";

/** Lists, notes and errors; not for the words of an article, which are rendered as excerpts. */
export function renderText(
  text: string,
  form: TerminalForm,
  shape: Omit<LineShape, "width"> = {},
): string {
  return paintParagraph([{ text: reflowForTerminal(text), style: "plain" }], form, shape);
}
