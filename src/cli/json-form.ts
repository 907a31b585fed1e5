// What was typed of `--json` and `--jq` → which fields of a command's JSON are printed, and through which jq program.

import { PullquoteError } from "../index.ts";
import { COMMAND_TABLE } from "./command-table.ts";
import { suggestWord } from "./settings/suggest-word.ts";

export interface JsonForm {
  /** Absent where all are printed. */
  readonly fields?: readonly string[];
  readonly jq?: string;
}

/** What a bare `--json` becomes, so that commander takes no word behind it for its value. */
const ALL = "*";

/**
 * `--json FIELDS` → `--json=FIELDS`. In a command that takes words, what stands behind `--json` is its
 * fields only where there is a comma in it: "search --json storm" looks for a storm.
 */
export function bindFields(argv: readonly string[]): readonly string[] {
  const end = argv.includes("--") ? argv.indexOf("--") : argv.length;
  const typed = argv.slice(0, end);
  const command = COMMAND_TABLE.find(({ name }) => typed.includes(name));
  const pattern = command?.arguments === undefined ? /^\w+(?:,\w+)*$/ : /^\w+(?:,\w+)+$/;
  const isFields = typed.map((word, at) => typed[at - 1] === "--json" && pattern.test(word));
  const bound = typed.flatMap((word, at) => {
    if (isFields[at] === true) return [];
    return word === "--json" ? `--json=${isFields[at + 1] === true ? typed[at + 1] : ALL}` : word;
  });
  return [...bound, ...argv.slice(end)];
}

/**
 * Both from a command's flags, and whether they ask for JSON at all.
 * @throws PullquoteError `bad-setting` for no field or an unknown one: the message lists those there are
 */
export function readJsonForm(
  name: string,
  { json, jq }: Readonly<Record<string, unknown>>,
): { readonly asked: boolean; readonly form: JsonForm } {
  const program = typeof jq === "string" ? { jq } : {};
  const known = COMMAND_TABLE.find((command) => command.name === name)?.json ?? [];
  if (typeof json !== "string" || json === ALL || known.length === 0) {
    return { asked: json !== undefined || jq !== undefined, form: program };
  }
  const fields = json.split(",").map((field) => field.trim());
  const unknown = fields.find((field) => !known.includes(field));
  if (unknown === undefined) return { asked: true, form: { fields, ...program } };
  const meant = suggestWord(unknown, known);
  throw new PullquoteError({
    code: "bad-setting",
    message: `${unknown === "" ? "--json= names no field" : `--json: there is no field ${JSON.stringify(unknown)}`}; ${name} has ${known.join(", ")}.`,
    hint: `pullquote ${name} --json=${meant ?? known.slice(0, 2).join(",")} … (--json alone prints all)`,
  });
}

/** These fields in this order, `null` where one is absent: of each row of a list, else of the one object. */
export function pickFields(
  value: unknown,
  rows: readonly Readonly<Record<string, unknown>>[] | undefined,
  fields: readonly string[],
): unknown {
  const pick = (from: Readonly<Record<string, unknown>>): object =>
    Object.fromEntries(fields.map((field) => [field, from[field] ?? null]));
  return rows?.map(pick) ?? pick(value as Readonly<Record<string, unknown>>);
}
