// A folder's path or an address (`s3://bucket/news`) → the index's place, its settings from the environment and the config.

import { PullquoteError } from "../../../core/errors.ts";
import { createAzureClient } from "./azure-client.ts";
import { openFolderPlace } from "./folder-place.ts";
import type { IndexPlace } from "./index-place.ts";
import { openObjectPlace } from "./object-place.ts";
import { createS3Client } from "./s3-client.ts";

/** From `storage` in the config: how a store is reached, never a secret. */
export type StorageSettings = Readonly<Record<string, string>>;
type Environment = Readonly<Record<string, string | undefined>>;

const ADDRESS = /^([a-z][a-z0-9+.-]*):\/\/([^/]*)\/?(.*)$/i;
/** Nobody means a folder by these, whatever slashes were left out. */
const ALMOST = /^(?:s3a?|gs|gcs|az|abfss?|db):/i;
const SECRET = /key|secret|token|passw|credential|sas|signature$/i;
const SETTINGS: Readonly<Record<string, readonly string[]>> = {
  s3: ["region", "endpoint", "allow_http", "virtual_hosted_style_request"],
  az: ["account_name", "endpoint", "allow_http"],
};

/** Whether an index by this name lies on another machine. */
export const isRemoteIndex = (index: string): boolean => ADDRESS.test(index) || ALMOST.test(index);

/** @throws PullquoteError `bad-setting` for an address or a setting that is not known, or a secret */
export function openPlace(
  index: string,
  storage: StorageSettings = {},
  environment: Environment = process.env,
): IndexPlace {
  const [, scheme = "", container = "", path = ""] = ADDRESS.exec(index) ?? [];
  if (scheme === "" && !ALMOST.test(index)) {
    refuseSecrets(storage);
    return openFolderPlace(index);
  }
  const kind = scheme.toLowerCase();
  checkAddress(index, kind, container, path);
  checkStorage(kind, storage);
  const inner = path.replace(/\/+$/, "");
  const name = `${kind}://${container}${inner === "" ? "" : `/${inner}`}`;
  const bucket: Bucket = { name, container, prefix: inner === "" ? "" : `${inner}/` };
  return kind === "s3"
    ? openS3(bucket, storage, environment)
    : openAzure(bucket, storage, environment);
}

export interface RemoteIndex {
  /** Whose machine it is, in words for the reader. */
  readonly where: string;
  /** What it does, in words. */
  readonly receives: string;
}

const LOOPBACK = /^https?:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?(\/|$)/i;

/** Who gets the index, if it leaves this machine; nothing for a folder, and for a store on this machine. */
export function findRemoteIndex(
  index: string,
  storage: StorageSettings,
  environment: Environment,
): RemoteIndex | undefined {
  const [, scheme = "", container = ""] = ADDRESS.exec(index) ?? [];
  if (!/^(?:s3|az)$/i.test(scheme)) return undefined;
  const isAzure = /^az$/i.test(scheme);
  const endpoint = findEndpoint(isAzure ? "az" : "s3", storage, environment);
  if (LOOPBACK.test(endpoint ?? "")) return undefined;
  const owner = endpoint ?? (isAzure ? "Azure" : "Amazon S3");
  return {
    where: `${owner} (${scheme.toLowerCase()}://${container})`,
    receives: "keeps the text of every article that is indexed",
  };
}

const ENDPOINTS = {
  s3: ["AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL", "AWS_ENDPOINT"],
  az: ["AZURE_STORAGE_ENDPOINT", "AZURE_ENDPOINT"],
} as const;

const findEndpoint = (
  kind: keyof typeof ENDPOINTS,
  storage: StorageSettings,
  environment: Environment,
): string | undefined =>
  firstOf(storage["endpoint"], ...ENDPOINTS[kind].map((name) => environment[name]));

interface Bucket {
  readonly name: string;
  readonly container: string;
  readonly prefix: string;
}

function openS3({ name, container, prefix }: Bucket, storage: StorageSettings, env: Environment) {
  const endpoint = findEndpoint("s3", storage, env);
  const region = firstOf(storage["region"], env["AWS_REGION"], env["AWS_DEFAULT_REGION"]);
  const allowHttp = mayUseHttp(endpoint, storage["allow_http"] ?? env["AWS_ALLOW_HTTP"]);
  const virtualHosted = isTrue(
    storage["virtual_hosted_style_request"] ?? env["AWS_VIRTUAL_HOSTED_STYLE_REQUEST"],
  );
  // A store that is not Amazon's has no regions, but the signature wants one.
  const named = region ?? (endpoint === undefined ? undefined : "us-east-1");
  const storageOptions = {
    ...(endpoint !== undefined && { endpoint }),
    ...(named !== undefined && { region: named }),
    ...(allowHttp && { allow_http: "true" }),
    ...(virtualHosted && { virtual_hosted_style_request: "true" }),
  };
  const client = createS3Client({
    name,
    bucket: container,
    region: named,
    endpoint,
    virtualHosted,
  });
  return openObjectPlace({ name, prefix, tables: { uri: name, storageOptions } }, client);
}

function openAzure(
  { name, container, prefix }: Bucket,
  storage: StorageSettings,
  env: Environment,
) {
  const account = firstOf(storage["account_name"], env["AZURE_STORAGE_ACCOUNT_NAME"]);
  if (account === undefined) {
    throw new PullquoteError({
      code: "bad-setting",
      message: `${name} names a container, but not whose: there is no account name.`,
      hint: "Set AZURE_STORAGE_ACCOUNT_NAME, or account_name in the config's storage",
    });
  }
  const endpoint = findEndpoint("az", storage, env);
  const allowHttp = mayUseHttp(endpoint, storage["allow_http"] ?? env["AZURE_ALLOW_HTTP"]);
  const key = firstOf(env["AZURE_STORAGE_ACCOUNT_KEY"], env["AZURE_STORAGE_ACCESS_KEY"]);
  const sas = firstOf(env["AZURE_STORAGE_SAS_TOKEN"], env["AZURE_STORAGE_SAS_KEY"]);
  const token = firstOf(env["AZURE_STORAGE_TOKEN"]);
  const storageOptions = {
    account_name: account,
    ...(key !== undefined && { account_key: key }),
    ...(key === undefined && sas !== undefined && { sas_token: sas }),
    ...(key === undefined && sas === undefined && token !== undefined && { bearer_token: token }),
    ...(endpoint !== undefined && { endpoint }),
    ...(allowHttp && { allow_http: "true" }),
  };
  const client = createAzureClient({ name, container, account, endpoint, key, sas, token });
  return openObjectPlace({ name, prefix, tables: { uri: name, storageOptions } }, client);
}

function checkAddress(index: string, kind: string, container: string, path: string): void {
  const fail = (what: string, hint: string): never => {
    throw new PullquoteError({
      code: "bad-setting",
      message: `${index} is no place for an index: ${what}.`,
      hint,
    });
  };
  if (kind === "gs") {
    fail(
      "Google's buckets are not supported yet",
      "Use a bucket of S3 or Azure (--index s3://BUCKET/PREFIX), or a folder: --index DIR",
    );
  }
  if (kind === "db") {
    fail(
      "LanceDB Cloud and Enterprise are not supported yet",
      "Use a bucket (--index s3://BUCKET/PREFIX) or a folder: --index DIR",
    );
  }
  if (kind === "") fail("two slashes stand behind the colon", "--index s3://BUCKET/PREFIX");
  if (SETTINGS[kind] === undefined) {
    fail(
      `pullquote knows ${Object.keys(SETTINGS).join(":// and ")}://`,
      "Name one of them, or a folder: --index DIR",
    );
  }
  if (!/^[a-z0-9][a-z0-9._-]{2,62}$/.test(container)) {
    fail(
      "the bucket's name has 3 to 63 small letters, digits and dashes",
      `--index ${kind}://BUCKET/PREFIX`,
    );
  }
  // What an address would read otherwise than a store does; dots would leave the prefix.
  if (/[?#%\\\p{Cc}]|\/\/|(?:^|\/)\.{1,2}(?:\/|$)/u.test(path)) {
    fail("its path has a sign that stores read differently", `--index ${kind}://BUCKET/PREFIX`);
  }
}

/** @throws PullquoteError `bad-setting` */
function checkStorage(kind: string, storage: StorageSettings): void {
  refuseSecrets(storage);
  const known = SETTINGS[kind] ?? [];
  const strange = Object.keys(storage).find((name) => !known.includes(name));
  if (strange === undefined) return;
  throw new PullquoteError({
    code: "bad-setting",
    message: `storage has ${JSON.stringify(strange)}, which ${kind}:// does not know.`,
    hint: `It knows: ${known.join(", ")}`,
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
function mayUseHttp(endpoint: string | undefined, allowed: string | undefined): boolean {
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

const isTrue = (text: string | undefined): boolean => /^(?:1|true|yes|on)$/i.test(text ?? "");
const firstOf = (...texts: readonly (string | undefined)[]): string | undefined =>
  texts.find((text) => text !== undefined && text !== "");
