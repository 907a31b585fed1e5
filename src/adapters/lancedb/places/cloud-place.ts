// A database of LanceDB Cloud or Enterprise → an index's place: the texts are rows of a small table of its own.

import { randomUUID } from "node:crypto";
import type { Connection, Table } from "@lancedb/lancedb";
import type { KeptText } from "../../object-stores/object-client.ts";
import { connectTo, loadLance } from "../load-lance.ts";
import {
  FILES,
  type IndexPlace,
  isGeneration,
  LOCK,
  LOOK,
  STATE,
  type TableAddress,
  UNFINISHED,
} from "./index-place.ts";

export interface CloudAddress {
  /** As the reader named it. */
  readonly name: string;
  /** The database alone: `db://newsdesk`. */
  readonly uri: string;
  /** Before the names of all tables of this index; several indexes may share a database. */
  readonly prefix: string;
  readonly server: NonNullable<TableAddress["server"]>;
}

type StateRow = Readonly<Record<"name" | "text" | "mark", string>>;

/** Every text that there can be: their rows are made with the table, and only ever updated. */
const NAMES = [STATE, LOCK, UNFINISHED, FILES, LOOK];
const NOTHING = "";
const TABLES_AT_ONCE = 100;

export function openCloudPlace(address: CloudAddress): IndexPlace {
  return new CloudPlace(address);
}

/**
 * Two merges that insert the same new row may both succeed; of two that update one row, the second is done
 * again on what the first left, where its condition no longer holds. So a text that is not there is a row
 * with an empty text, and every write is an update under a condition, read back to see whether it was ours.
 */
class CloudPlace implements IndexPlace {
  readonly name: string;
  readonly pollMs = 1000;
  readonly trustMs = 3000;
  readonly #address: CloudAddress;
  #connecting: Promise<Connection> | undefined;
  #table: Table | undefined;

  constructor(address: CloudAddress) {
    this.name = address.name;
    this.#address = address;
  }

  async prepare(): Promise<void> {
    if ((await this.#open()) !== undefined) return;
    const connection = await this.#connect();
    const rows = NAMES.map((name) => ({ name, text: NOTHING, mark: NOTHING }));
    try {
      await connection.createTable(this.#stateTable, rows);
    } catch (error) {
      // Another process made it meanwhile.
      if ((await this.#open()) === undefined) throw error;
    }
  }

  locate(folder: string): TableAddress {
    const { uri, prefix, server } = this.#address;
    return { uri, server, tablePrefix: `${prefix}${folder}-`, trustMs: this.trustMs };
  }

  async read(name: string): Promise<KeptText | undefined> {
    const kept = await this.#find(name);
    return kept === undefined || kept.text === NOTHING ? undefined : kept;
  }

  writeIfAbsent(name: string, text: string): Promise<string | undefined> {
    return this.#update(name, text, "target.text = ''");
  }

  async write(name: string, text: string): Promise<void> {
    await this.#update(name, text);
  }

  replace(name: string, text: string, mark: string | undefined): Promise<string | undefined> {
    return mark === undefined
      ? this.writeIfAbsent(name, text)
      : this.#update(name, text, `target.mark = '${mark}'`);
  }

  renew(name: string, text: string, mark: string): Promise<string | undefined> {
    return this.replace(name, text, mark);
  }

  async remove(name: string): Promise<void> {
    if ((await this.#open()) !== undefined) await this.#update(name, NOTHING);
  }

  async removeIfUnchanged(name: string, mark: string): Promise<void> {
    await this.replace(name, NOTHING, mark);
  }

  async list(): Promise<readonly string[]> {
    const { prefix } = this.#address;
    const folders = (await this.#listTables())
      .filter((table) => table.startsWith(prefix))
      .map((table) => table.slice(prefix.length).replace(/-[a-z]+$/, ""))
      .filter(isGeneration);
    const rows = (await this.#readRows()).filter(({ text }) => text !== NOTHING);
    return [...new Set([...rows.map(({ name }) => name), ...folders])];
  }

  /** The server keeps the files: of a table is known only that it is there. */
  async measure(folder: string): Promise<Readonly<Record<string, number>>> {
    const { tablePrefix = "" } = this.locate(folder);
    const tables = (await this.#listTables()).filter((table) => table.startsWith(tablePrefix));
    return Object.fromEntries(
      tables.sort().map((table) => [`${table.slice(tablePrefix.length)}.lance/`, 0]),
    );
  }

  async removeFolder(folder: string): Promise<void> {
    const { tablePrefix = "" } = this.locate(folder);
    const connection = await this.#connect();
    for (const table of await this.#listTables()) {
      if (table.startsWith(tablePrefix)) await connection.dropTable(table);
    }
  }

  /** What killed writers left in a table is the server's to remove. */
  async sweep(): Promise<void> {}

  get #stateTable(): string {
    return `${this.#address.prefix}pullquote_state`;
  }

  #connect(): Promise<Connection> {
    const { uri, server } = this.#address;
    this.#connecting ??= connectTo({ uri, server });
    return this.#connecting;
  }

  /** Nothing where nobody wrote an index yet. */
  async #open(): Promise<Table | undefined> {
    if (this.#table !== undefined) return this.#table;
    const connection = await this.#connect();
    try {
      this.#table = await connection.openTable(this.#stateTable);
    } catch (error) {
      if (!/not found/i.test(String(error))) throw error;
    }
    return this.#table;
  }

  async #listTables(): Promise<readonly string[]> {
    const connection = await this.#connect();
    const tables: string[] = [];
    for (let last: string | undefined; ; ) {
      const options = { limit: TABLES_AT_ONCE, ...(last !== undefined && { startAfter: last }) };
      const page = await connection.tableNames(options);
      tables.push(...page);
      if (page.length < TABLES_AT_ONCE) return tables;
      last = page.at(-1);
    }
  }

  async #readRows(): Promise<readonly StateRow[]> {
    const table = await this.#open();
    const columns = ["name", "text", "mark"];
    return ((await table?.query().select(columns).limit(NAMES.length).toArray()) ??
      []) as StateRow[];
  }

  async #find(name: string): Promise<KeptText | undefined> {
    const row = (await this.#readRows()).find((one) => one.name === name);
    return row && { text: row.text, mark: row.mark };
  }

  async #update(name: string, text: string, where?: string): Promise<string | undefined> {
    const table = await this.#open();
    if (table === undefined) return undefined;
    const { lance } = await loadLance();
    const mark = randomUUID();
    await table
      .mergeInsert("name")
      .whenMatchedUpdateAll(where === undefined ? undefined : { where })
      .execute(lance.makeArrowTable([{ name, text, mark }]));
    return (await this.#find(name))?.mark === mark ? mark : undefined;
  }
}
