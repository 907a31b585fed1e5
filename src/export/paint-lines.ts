// Runs in named styles → lines of text, with colour and hyperlinks where the terminal has them.

import { type LineShape, type Run, wrapRuns } from "../text/wrap-runs.ts";

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
