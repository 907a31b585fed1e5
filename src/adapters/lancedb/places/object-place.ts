// A client of an object store, a bucket's prefix → an index's place: conditional writes are the lock.

import { randomUUID } from "node:crypto";
import { PullquoteError } from "../../../core/errors.ts";
import type {
  Condition,
  KeptText,
  ObjectClient,
  ToldObject,
} from "../../object-stores/object-client.ts";
import type { IndexPlace, TableAddress } from "./index-place.ts";

export interface ObjectAddress {
  /** As the reader named it. */
  readonly name: string;
  /** Empty, or with a slash at its end. */
  readonly prefix: string;
  readonly tables: TableAddress;
}

/** No store deletes on a condition, so what is given back is emptied: an empty text stands for none. */
const NOTHING = "";
const PROBE = "probe-";

export function openObjectPlace(address: ObjectAddress, client: ObjectClient): IndexPlace {
  return new ObjectPlace(address, client);
}

class ObjectPlace implements IndexPlace {
  readonly name: string;
  readonly pollMs = 400;
  readonly trustMs = 3000;
  readonly #address: ObjectAddress;
  readonly #client: ObjectClient;
  #probing: Promise<void> | undefined;

  constructor(address: ObjectAddress, client: ObjectClient) {
    this.name = address.name;
    this.#address = address;
    this.#client = client;
  }

  /** Once for each opened index: stores do not change their minds, but may be exchanged behind an address. */
  prepare(): Promise<void> {
    this.#probing ??= this.#probe().catch((error: unknown) => {
      this.#probing = undefined;
      throw error;
    });
    return this.#probing;
  }

  locate(folder: string): TableAddress {
    const { uri, ...options } = this.#address.tables;
    return { uri: `${uri}/${folder}`, ...options, trustMs: this.trustMs };
  }

  async read(name: string): Promise<KeptText | undefined> {
    const kept = await this.#client.get(this.#key(name));
    return kept?.text === NOTHING ? undefined : kept;
  }

  async writeIfAbsent(name: string, text: string): Promise<string | undefined> {
    const mark = await this.#put(name, text, { kind: "absent" });
    if (mark !== undefined) return mark;
    const kept = await this.#client.get(this.#key(name));
    // Emptied, or deleted just now: the next attempt of the caller finds it.
    return kept?.text === NOTHING ? this.#put(name, text, { mark: kept.mark }) : undefined;
  }

  async write(name: string, text: string): Promise<void> {
    await this.#client.put(this.#key(name), text, { kind: "always" });
  }

  async replace(name: string, text: string, mark: string | undefined): Promise<string | undefined> {
    return mark === undefined ? this.writeIfAbsent(name, text) : this.#put(name, text, { mark });
  }

  renew(name: string, text: string, mark: string): Promise<string | undefined> {
    return this.#put(name, text, { mark });
  }

  async remove(name: string): Promise<void> {
    await this.#client.delete([this.#key(name)]);
  }

  async removeIfUnchanged(name: string, mark: string): Promise<void> {
    await this.#client.put(this.#key(name), NOTHING, { mark });
  }

  async list(): Promise<readonly string[]> {
    const { prefix } = this.#address;
    const found = await this.#list(prefix, "one");
    return found.map(({ key }) => key.slice(prefix.length).replace(/\/$/, ""));
  }

  async measure(folder: string): Promise<Readonly<Record<string, number>>> {
    const prefix = `${this.#key(folder)}/`;
    const found = await this.#list(prefix, "all");
    return Object.fromEntries(found.map(({ key, size }) => [key.slice(prefix.length), size]));
  }

  async removeFolder(folder: string): Promise<void> {
    const found = await this.#list(`${this.#key(folder)}/`, "all");
    await this.#client.delete(found.map(({ key }) => key));
  }

  readPart = (name: string, start: number, end: number): Promise<Uint8Array> =>
    this.#client.getPart(this.#key(name), start, end);

  /** Nothing of a killed upload can be seen. Probes of killed runs lie beside the folders. */
  async sweep(): Promise<void> {
    const found = await this.#list(this.#key(PROBE), "all");
    await this.#client.delete(found.map(({ key }) => key));
  }

  #key(name: string): string {
    return this.#address.prefix + name;
  }

  async #list(prefix: string, depth: "one" | "all"): Promise<readonly ToldObject[]> {
    const found: ToldObject[] = [];
    for await (const page of this.#client.list(prefix, depth)) found.push(...page);
    return found;
  }

  /** An answer may get lost and the request be sent again: what stands there is then our own. */
  async #put(name: string, text: string, condition: Condition): Promise<string | undefined> {
    const mark = await this.#client.put(this.#key(name), text, condition);
    if (mark !== undefined) return mark;
    const kept = await this.#client.get(this.#key(name));
    return kept?.text === text ? kept.mark : undefined;
  }

  /**
   * LanceDB's commits, and our lock, rest on conditions. A store that ignores them tells every writer that
   * all went well, and loses what some of them wrote.
   */
  async #probe(): Promise<void> {
    const key = this.#key(`${PROBE}${randomUUID()}`);
    const put = (text: string, condition: Condition) => this.#client.put(key, text, condition);
    try {
      const first = await put("1", { kind: "absent" });
      const second = await put("2", { kind: "absent" });
      const third = first === undefined ? undefined : await put("3", { mark: first });
      const stale = first === undefined ? undefined : await put("4", { mark: first });
      if (first !== undefined && second === undefined && third !== undefined && stale === undefined)
        return;
    } finally {
      await this.#client.delete([key]);
    }
    throw new PullquoteError({
      code: "bad-setting",
      message: `The store of ${this.name} does not keep its word on conditional writes: two writers would lose what the other wrote. Nothing was written.`,
      hint: "Use a store that answers 412 to If-None-Match and If-Match, or a folder: --index DIR",
    });
  }
}
