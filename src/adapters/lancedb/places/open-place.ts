// A folder's path or an address (`s3://bucket/news`) → the index's place, its settings from the environment and the config.

import { PullquoteError } from "../../../core/errors.ts";
import { createAzureClient } from "./azure-client.ts";
import {
  type Address,
  type Environment,
  firstOf,
  isTrue,
  mayUseHttp,
  readAddress,
  type StorageSettings,
  splitAddress,
} from "./check-address.ts";
import { openCloudPlace } from "./cloud-place.ts";
import { openFolderPlace } from "./folder-place.ts";
import type { IndexPlace } from "./index-place.ts";
import { openObjectPlace } from "./object-place.ts";
import { createS3Client } from "./s3-client.ts";

/** @throws PullquoteError `bad-setting` for an address or a setting that is not known, or a secret */
export function openPlace(
  index: string,
  storage: StorageSettings = {},
  environment: Environment = process.env,
): IndexPlace {
  const address = readAddress(index, storage);
  if (address === undefined) return openFolderPlace(index);
  const open = { s3: openS3, az: openAzure, db: openCloud }[address.kind];
  return open(address, storage, environment);
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
  const { scheme: kind, container } = splitAddress(index);
  if (!isService(kind)) return undefined;
  const endpoint = findEndpoint(kind, storage, environment);
  if (LOOPBACK.test(endpoint ?? "")) return undefined;
  return {
    where: `${endpoint ?? SERVICES[kind].owner} (${kind}://${container})`,
    receives:
      kind === "db"
        ? "keeps the text of every article that is indexed, and gets what you ask"
        : "keeps the text of every article that is indexed",
  };
}

interface Service {
  readonly owner: string;
  /** Where its endpoint stands among the storage's settings, and in the environment. */
  readonly setting: string;
  readonly variables: readonly string[];
}

const SERVICES: Readonly<Record<Address["kind"], Service>> = {
  s3: {
    owner: "Amazon S3",
    setting: "endpoint",
    variables: ["AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL", "AWS_ENDPOINT"],
  },
  az: {
    owner: "Azure",
    setting: "endpoint",
    variables: ["AZURE_STORAGE_ENDPOINT", "AZURE_ENDPOINT"],
  },
  db: {
    owner: "LanceDB Cloud",
    setting: "host_override",
    variables: ["LANCEDB_HOST_OVERRIDE"],
  },
};

const isService = (scheme: string): scheme is Address["kind"] => Object.hasOwn(SERVICES, scheme);

function findEndpoint(
  kind: Address["kind"],
  storage: StorageSettings,
  environment: Environment,
): string | undefined {
  const { setting, variables } = SERVICES[kind];
  return firstOf(storage[setting], ...variables.map((name) => environment[name]));
}

function openS3({ name, container, prefix }: Address, storage: StorageSettings, env: Environment) {
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
  { name, container, prefix }: Address,
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

function openCloud(
  { name, container, prefix }: Address,
  storage: StorageSettings,
  env: Environment,
) {
  const apiKey = firstOf(env["LANCEDB_API_KEY"]);
  if (apiKey === undefined) {
    throw new PullquoteError({
      code: "bad-setting",
      message: `${name} is a database of LanceDB Cloud or Enterprise, and there is no key for it.`,
      hint: "Set LANCEDB_API_KEY in the environment",
    });
  }
  if (!/^(?:[\w-]+\/)?$/.test(prefix)) {
    throw new PullquoteError({
      code: "bad-setting",
      message: `${name} is no place for an index: behind the database stands one word of letters, digits and dashes, or nothing.`,
      hint: `--index db://${container}/NAME`,
    });
  }
  const host = findEndpoint("db", storage, env);
  const region = firstOf(storage["region"], env["LANCEDB_REGION"]);
  mayUseHttp(host, storage["allow_http"]);
  const server = {
    apiKey,
    ...(host !== undefined && { hostOverride: host }),
    ...(region !== undefined && { region }),
  };
  const words = prefix === "" ? "" : `${prefix.slice(0, -1)}-`;
  return openCloudPlace({ name, uri: `db://${container}`, prefix: words, server });
}
