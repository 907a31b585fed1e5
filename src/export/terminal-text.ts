// Runs of text in named styles → lines for a terminal, with nothing in them that could act on it.

import { replaceInvisible } from "../text/invisible.ts";
import { type LineShape, type Run, wrapRuns } from "../text/wrap-runs.ts";

/**
 * Shows control characters (C0 as their pictures, `␛`; others as `\u{9b}`) and all else that
 * {@link replaceInvisible} names. Line ends and tabs count as control characters: reflow them first
 * where they are only layout.
 */
export function sanitizeTerminal(text: string): string {
  return replaceInvisible(text, showCode);
}

/** {@link sanitizeTerminal} for prose: runs of white space become one space; NBSP stays. */
export function reflowForTerminal(text: string): string {
  return sanitizeTerminal(text.replace(/[ \t\n\v\f\r\u2028\u2029]+/g, " "));
}

function showCode(code: number): string {
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? "␡" : `\\u{${code.toString(16)}}`;
}

export type Style = "plain" | "lead" | "quote" | "answer" | "marker" | "heading" | "faint";

export interface TerminalForm {
  /** Columns. No line is wider, down to 16 columns. */
  readonly width: number;
  readonly colour: boolean;
  /** Whether the terminal understands OSC 8 hyperlinks. */
  readonly hyperlinks: boolean;
  /** The folder where the reader stands: a file below it is named from there. */
  readonly folder?: string;
}

const ESC = "\u001b";
const COLOURS: Record<Style, readonly [on: string, off: string] | undefined> = {
  plain: undefined,
  lead: undefined,
  quote: ["36", "39"],
  answer: ["1;36", "22;39"],
  marker: ["33", "39"],
  heading: ["1", "22"],
  faint: ["2", "22"],
};

/** Wraps one paragraph and paints it; each line opens and closes its own styles and links. */
export function paintParagraph(
  runs: readonly Run<Style>[],
  form: TerminalForm,
  shape: Omit<LineShape, "width"> = {},
): string {
  return wrapRuns(runs, { width: form.width, ...shape })
    .map((line) => line.map((run) => paintRun(run, form)).join(""))
    .join("\n");
}

function paintRun({ text, style, link }: Run<Style>, form: TerminalForm): string {
  const codes = form.colour ? COLOURS[style] : undefined;
  const painted = codes ? `${ESC}[${codes[0]}m${text}${ESC}[${codes[1]}m` : text;
  if (link === undefined || !form.hyperlinks) return painted;
  return `${ESC}]8;;${link}${ESC}\\${painted}${ESC}]8;;${ESC}\\`;
}

/** Lists, notes and errors; not for the words of an article, which are rendered as excerpts. */
export function renderText(
  text: string,
  form: TerminalForm,
  shape: Omit<LineShape, "width"> = {},
): string {
  return paintParagraph([{ text: reflowForTerminal(text), style: "plain" }], form, shape);
}
