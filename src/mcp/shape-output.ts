// The schemas of docs/schemas and the fields wanted of one → a small schema for a tool's result, and a value's fields by the same choice.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Json } from "../index.ts";

export type Fields = Readonly<Record<string, Json>>;
/** Fields to keep: `true` keeps one whole, without describing its inside. Lists are looked through. */
export interface Choice {
  readonly [field: string]: true | Choice;
}

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly Json[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly $ref?: string;
}

/** A longer list of values is left to the documents. */
const MOST_LISTED = 4;

/** Reads schemas by the name of their file, once each. */
type ReadSchema = (file: string) => Schema;

export function openSchemas(folder: string): ReadSchema {
  const read = new Map<string, Schema>();
  return (file) => {
    const known = read.get(file);
    if (known !== undefined) return known;
    const schema = JSON.parse(readFileSync(join(folder, file), "utf8")) as Schema;
    read.set(file, schema);
    return schema;
  };
}

/**
 * What a client needs to read a result: names and types. Descriptions, bounds and
 * what is always there stay in the documents: every client would pay for them in each conversation.
 */
export function outlineSchema(read: ReadSchema, file: string, choice: Choice): Fields {
  return outline(read, file, read(file), choice);
}

function outline(read: ReadSchema, from: string, written: Schema, choice: true | Choice): Fields {
  const { schema, file } = follow(read, from, written);
  const [first] = schema.anyOf?.filter(({ type }) => type !== "null") ?? [];
  if (first !== undefined) {
    const { type, ...rest } = outline(read, file, first, choice);
    return { type: [...[type ?? "object"].flat(), "null"] as Json, ...rest };
  }
  const { type, items, properties = {} } = schema;
  if (choice === true) {
    const isShort = schema.enum !== undefined && schema.enum.length <= MOST_LISTED;
    if (isShort) return { enum: schema.enum };
    return { type: (type ?? (schema.enum === undefined ? "object" : "string")) as Json };
  }
  if (items !== undefined) return { type: "array", items: outline(read, file, items, choice) };
  const kept = Object.entries(choice).map(([field, inner]): [string, Json] => {
    const property = properties[field];
    if (property === undefined) throw new Error(`${file} has no field ${field}`);
    return [field, outline(read, file, property, inner)];
  });
  return { type: (type ?? "object") as Json, properties: Object.fromEntries(kept) };
}

/** `other.schema.json#/$defs/name` → the schema that is meant, and the file that it stands in. */
function follow(read: ReadSchema, from: string, schema: Schema): { schema: Schema; file: string } {
  if (schema.$ref === undefined) return { schema, file: from };
  const [name, path = ""] = schema.$ref.split("#");
  const file = name || from;
  const steps = path.split("/").filter((step) => step !== "");
  const found = steps.reduce<Schema>(
    (at, step) => (at as Readonly<Record<string, Schema>>)[step] ?? {},
    read(file),
  );
  return { schema: found, file };
}

/** The fields of a value by the same choice, in the choice's order; absent ones stay absent. */
export function pickFields(value: Json, choice: true | Choice): Json {
  if (choice === true || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one: Json) => pickFields(one, choice));
  const fields = value as Fields;
  const kept = Object.entries(choice).flatMap(([field, inner]): [string, Json][] => {
    const held = fields[field];
    return held === undefined ? [] : [[field, pickFields(held, inner)]];
  });
  return Object.fromEntries(kept);
}

/** A small schema for what docs/schemas has no file of: the types of some fields. */
export function describeFields(types: Readonly<Record<string, string>>): Fields {
  const fields = Object.entries(types).map(([name, type]) => [name, { type }]);
  return { type: "object", properties: Object.fromEntries(fields) };
}
