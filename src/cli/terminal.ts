// Settings, streams and environment → what may be printed where, how wide and in which colours.

import { renderText, sanitizeTerminal } from "../index.ts";
import { type JsonForm, pickFields } from "./json-form.ts";
import type { Settings } from "./settings/resolve-settings.ts";

/** Where a command prints. Only answers go to `print`; all else is a note. */
export interface Screen {
  /** Columns for answers: what `--width` says, else the terminal's; endless where there is none. */
  readonly width: number;
  readonly colour: boolean;
  readonly hyperlinks: boolean;
  /** Files below it are named from there. */
  readonly folder: string;
  /** Both ends are a terminal: a person is typing. */
  readonly interactive: boolean;
  /** Stdout is no terminal, and nobody asked for a layout: lists are tab-separated lines. */
  readonly tabular: boolean;
  /** Whether stderr is a terminal that can redraw a line. */
  readonly redraws: boolean;
  /** Wraps at this many columns from now on; without a number, at the terminal's. */
  setWidth(columns: number | undefined): void;
  /** Text that is already fit for a terminal, to stdout, with a line end. */
  print(text: string): void;
  /**
   * The JSON of a value to stdout, one line: the fields that were asked for, of each row where it is a
   * list, through jq where that was asked for.
   * @throws PullquoteError `bad-setting` | `interrupted`
   */
  printJson(value: unknown, rows?: readonly Readonly<Record<string, unknown>>[]): Promise<void>;
  /** One line to stderr, with control characters made visible; nothing with `--quiet`. */
  note(text: string): void;
  /** As `note`, but `--quiet` does not silence it: without it an answer would be misread. */
  warn(text: string): void;
  /** As `note`, but in place of the line before; "" clears it. Only where `redraws`. */
  redraw(text: string): void;
}

interface Streams {
  readonly stdin: { readonly isTTY?: boolean };
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: ErrorStream;
}

type ErrorStream = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_WIDTH = 80;
const NARROWEST = 20;

export function openScreen(
  settings: Settings,
  streams: Streams,
  environment: Environment,
  json: JsonForm & { readonly signal?: AbortSignal } = {},
): Screen {
  const { stdin, stdout, stderr } = streams;
  const { quiet } = settings.values;
  const colour = decideColor(settings.values.color, stdout.isTTY === true, environment);
  let columns = settings.values.width;
  const redraws = stderr.isTTY === true && environment["TERM"] !== "dumb" && !quiet;
  return {
    get width(): number {
      const usual = stdout.isTTY === true ? stdout.columns || DEFAULT_WIDTH : Infinity;
      return Math.max(NARROWEST, columns ?? usual);
    },
    colour,
    hyperlinks: colour && stdout.isTTY === true && supportsHyperlinks(environment),
    folder: process.cwd(),
    interactive: stdin.isTTY === true && stdout.isTTY === true,
    tabular: stdout.isTTY !== true && settings.values.width === undefined && !colour,
    redraws,
    setWidth: (wanted) => {
      columns = wanted;
    },
    print: (text) => void stdout.write(`${text}\n`),
    printJson: async (value, rows) => {
      const { fields, jq, signal } = json;
      const text = JSON.stringify(fields === undefined ? value : pickFields(value, rows, fields));
      if (jq === undefined) return void stdout.write(`${text}\n`);
      const { filterJson } = await import("./filter-json.ts");
      const lines = (await filterJson(text, jq, signal)).split("\n");
      // As jq's -r: what a string holds would act on a terminal.
      const shown = stdout.isTTY === true ? lines.map(sanitizeTerminal) : lines;
      if (lines.length > 1 || lines[0] !== "") stdout.write(`${shown.join("\n")}\n`);
    },
    note: (text) => {
      if (!quiet) writeNote(text, stderr);
    },
    warn: (text) => writeNote(text, stderr),
    redraw: (text) => {
      if (redraws) stderr.write(`\r\u001B[2K${cutToLine(sanitizeTerminal(text), stderr)}`);
    },
  };
}

/** A line that reached the last column would wrap, and only its last part be redrawn. */
function cutToLine(text: string, stderr: ErrorStream): string {
  let room = (stderr.columns || DEFAULT_WIDTH) - 1;
  let shown = "";
  for (const character of text) {
    // Wide characters take two columns; to take every other script for wide cuts early, never late.
    room -= character < "\u0300" || character === "…" || /[\u2800-\u28ff]/u.test(character) ? 1 : 2;
    if (room < 0) break;
    shown += character;
  }
  return shown;
}

/**
 * One line for stderr with control characters made visible, wrapped on a terminal; in a file it
 * stays one line. Spaces in front indent it.
 */
export function writeNote(text: string, stderr: ErrorStream = process.stderr): void {
  const indent = text.length - text.trimStart().length;
  const form = {
    width: Math.max(NARROWEST, stderr.columns || DEFAULT_WIDTH),
    colour: false,
    hyperlinks: false,
  };
  const laidOut = stderr.isTTY
    ? renderText(text.trim(), form, { indent, hanging: indent + 2 })
    : sanitizeTerminal(text);
  stderr.write(`${laidOut}\n`);
}

/** `auto` colours a terminal that is not dumb; NO_COLOR has become `never` among the settings. */
export function decideColor(
  when: "auto" | "always" | "never",
  isTerminal: boolean,
  environment: Environment,
): boolean {
  if (when !== "auto") return when === "always";
  return isTerminal && environment["TERM"] !== "dumb";
}

const LINKING_PROGRAMS = new Set(["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio"]);
const LINKING_TERMINALS = /^(xterm-kitty|alacritty|foot|xterm-ghostty|wezterm|contour)/;

/**
 * Whether the terminal is known to understand OSC 8. Others print the address as rubbish, so an
 * unknown one gets none. Source: the terminals' own documentation, as listed in
 * https://github.com/Alhadis/OSC8-Adoption. FORCE_HYPERLINK decides where it is set.
 */
export function supportsHyperlinks(environment: Environment): boolean {
  const forced = environment["FORCE_HYPERLINK"];
  if (forced !== undefined) return forced !== "" && forced !== "0";
  // tmux and screen hide which terminal is outside.
  if (["TMUX", "STY", "CI"].some((name) => environment[name])) return false;
  const marks = ["WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "DOMTERM"];
  return (
    marks.some((name) => environment[name]) ||
    // Version 0.50 of VTE crashed on some links.
    Number(environment["VTE_VERSION"] ?? 0) > 5000 ||
    LINKING_PROGRAMS.has(environment["TERM_PROGRAM"] ?? "") ||
    LINKING_TERMINALS.test(environment["TERM"] ?? "")
  );
}
