// The address of an index or a corpus and the settings of its store → their parts, checked: no secrets, nothing in the clear unless that is said.

import { PullquoteError } from "../../core/errors.ts";

/** From `storage` in the config: how a store is reached, never a secret. */
export type StorageSettings = Readonly<Record<string, string>>;
export type Environment = Readonly<Record<string, string | undefined>>;

const ADDRESS = /^([a-z][a-z0-9+.-]*):\/\/([^/]*)\/?(.*)$/i;
/** Nobody means a folder by these, whatever slashes were left out. */
const ALMOST = /^(?:s3a?|gs|gcs|az|abfss?|db):/i;
const SECRET = /key|secret|token|passw|credential|sas|signature$/i;
const SETTINGS: Readonly<Record<string, readonly string[]>> = {
  s3: ["region", "endpoint", "allow_http", "virtual_hosted_style_request"],
  az: ["account_name", "endpoint", "allow_http"],
  db: ["region", "host_override", "allow_http"],
};

const settingsOf = (kind: string): readonly string[] =>
  (Object.hasOwn(SETTINGS, kind) ? SETTINGS[kind] : undefined) ?? [];

/** What lies there, in words for messages: `index` is also its flag, `--index`. */
export type Held = "index" | "corpus";

export interface Address {
  readonly kind: "s3" | "az" | "db";
  readonly holds: Held;
  /** As the reader named it, without slashes at its end. */
  readonly name: string;
  /** The bucket, container or database. */
  readonly container: string;
  /** Empty, or with a slash at its end. */
  readonly prefix: string;
}

/** Whether an index or a corpus by this name lies on another machine. */
export const isRemotePlace = (place: string): boolean => ADDRESS.test(place) || ALMOST.test(place);

/** Scheme and bucket, as they stand; empty for a folder. */
export function splitAddress(place: string): { scheme: string; container: string; path: string } {
  const [, scheme = "", container = "", path = ""] = ADDRESS.exec(place) ?? [];
  return { scheme: scheme.toLowerCase(), container, path };
}

/**
 * Nothing for a folder.
 * @throws PullquoteError `bad-setting` for an address or a setting that is not known, or a secret
 */
export function readAddress(
  place: string,
  storage: StorageSettings,
  holds: Held = "index",
): Address | undefined {
  refuseSecrets(storage);
  if (!isRemotePlace(place)) return undefined;
  const { scheme: kind, container, path } = splitAddress(place);
  checkAddress(place, kind, container, path, holds);
  checkStorage(kind, storage);
  const inner = path.replace(/\/+$/, "");
  return {
    kind: kind as Address["kind"],
    holds,
    name: `${kind}://${container}${inner === "" ? "" : `/${inner}`}`,
    container,
    prefix: inner === "" ? "" : `${inner}/`,
  };
}

function checkAddress(
  place: string,
  kind: string,
  container: string,
  path: string,
  holds: Held,
): void {
  const fail = (what: string, hint: string): never => {
    throw new PullquoteError({
      code: "bad-setting",
      message: `${place} is no place for ${holds === "index" ? "an index" : "a corpus"}: ${what}.`,
      hint,
    });
  };
  if (kind === "gs") {
    fail(
      "Google's buckets are not supported yet",
      `Use a bucket of S3 or Azure (--${holds} s3://BUCKET/PREFIX), or a folder: --${holds} DIR`,
    );
  }
  if (kind === "") fail("two slashes stand behind the colon", `--${holds} s3://BUCKET/PREFIX`);
  const kinds = Object.keys(SETTINGS).filter((one) => holds === "index" || one !== "db");
  if (!kinds.includes(kind)) {
    fail(
      `pullquote knows ${kinds.join(":// and ")}://`,
      `Name one of them, or a folder: --${holds} DIR`,
    );
  }
  if (!/^[a-z0-9][a-z0-9._-]{2,62}$/.test(container)) {
    fail(
      "the bucket's name has 3 to 63 small letters, digits and dashes",
      `--${holds} ${kind}://BUCKET/PREFIX`,
    );
  }
  // What an address would read otherwise than a store does; dots would leave the prefix.
  if (/[?#%\\\p{Cc}]|\/\/|(?:^|\/)\.{1,2}(?:\/|$)/u.test(path)) {
    fail("its path has a sign that stores read differently", `--${holds} ${kind}://BUCKET/PREFIX`);
  }
}

function checkStorage(kind: string, storage: StorageSettings): void {
  const known = settingsOf(kind);
  const strange = Object.keys(storage).find((name) => !known.includes(name));
  if (strange === undefined) return;
  throw new PullquoteError({
    code: "bad-setting",
    message: `storage has ${JSON.stringify(strange)}, which ${kind}:// does not know.`,
    hint: `It knows: ${known.join(", ")}`,
  });
}

/** Those of one place: without what only the other place knows, which has the same settings. */
export function chooseStorage(
  storage: StorageSettings = {},
  place = "",
  other = "",
): StorageSettings {
  const knows = (address: string, name: string): boolean =>
    settingsOf(splitAddress(address).scheme).includes(name);
  return Object.fromEntries(
    Object.entries(storage).filter(([name]) => knows(place, name) || !knows(other, name)),
  );
}

/**
 * The small texts of an index would be read as articles.
 * @throws PullquoteError `bad-setting`
 */
export function refuseIndexWithin({ kind, name, container, prefix }: Address, index: string): void {
  const other = splitAddress(index);
  const isSame = other.scheme === kind && other.container === container;
  if (!isSame || !`${other.path}/`.startsWith(prefix)) return;
  throw new PullquoteError({
    code: "bad-setting",
    message: `The index ${index} lies within the corpus ${name}: its own files would be read as articles.`,
    hint: `Put it beside the articles: --index ${kind}://${container}/INDEX`,
  });
}

/** Wherever the index lies: a secret in a file is read by others sooner or later. */
function refuseSecrets(storage: StorageSettings): void {
  const secret = Object.keys(storage).find((name) => SECRET.test(name));
  if (secret === undefined) return;
  throw new PullquoteError({
    code: "bad-setting",
    message: `storage has ${JSON.stringify(secret)}: secrets belong in the environment, where no file and no list of processes keeps them.`,
    hint: "Take it out, and set the store's own variable, as docs/object-stores.md says",
  });
}

/** What is sent in the clear can be read and changed on the way. @throws PullquoteError `bad-setting` */
export function mayUseHttp(endpoint: string | undefined, allowed: string | undefined): boolean {
  if (endpoint === undefined) return false;
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== "") {
    throw new PullquoteError({
      code: "bad-setting",
      message:
        "The endpoint is no address of a store: it begins with https:// and has no user in it.",
      hint: "--storage endpoint=https://HOST",
    });
  }
  if (url.protocol === "https:") return false;
  if (isTrue(allowed)) return true;
  throw new PullquoteError({
    code: "bad-setting",
    message: `The endpoint ${endpoint} is not encrypted.`,
    hint: "Use https, or say that you mean it: --storage allow_http=true",
  });
}

export const isTrue = (text: string | undefined): boolean =>
  /^(?:1|true|yes|on)$/i.test(text ?? "");
export const firstOf = (...texts: readonly (string | undefined)[]): string | undefined =>
  texts.find((text) => text !== undefined && text !== "");
