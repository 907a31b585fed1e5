// An address of a bucket, the settings and the environment → a client of its store, and the same for LanceDB; whose machine it is.

import { PullquoteError } from "../../core/errors.ts";
import { createAzureClient } from "./azure-client.ts";
import {
  type Address,
  type Environment,
  firstOf,
  isTrue,
  mayUseHttp,
  type StorageSettings,
  splitAddress,
} from "./check-address.ts";
import type { ObjectClient } from "./object-client.ts";
import { createS3Client } from "./s3-client.ts";

export interface Bucket {
  readonly client: ObjectClient;
  /** How LanceDB gets there. */
  readonly storageOptions: Readonly<Record<string, string>>;
}

/** @throws PullquoteError `bad-setting` for a setting that is missing or not allowed */
export function openBucket(
  address: Address,
  storage: StorageSettings,
  environment: Environment,
): Bucket {
  return (address.kind === "az" ? openAzure : openS3)(address, storage, environment);
}

export interface RemotePlace {
  /** Whose machine it is, in words for the reader. */
  readonly where: string;
  /** What it does with an index, in words. */
  readonly receives: string;
}

const LOOPBACK = /^https?:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?(\/|$)/i;

/** Who has an index or a corpus that is not on this machine; nothing for a folder, and for a store on this machine. */
export function findRemotePlace(
  place: string,
  storage: StorageSettings,
  environment: Environment,
): RemotePlace | undefined {
  const { scheme: kind, container } = splitAddress(place);
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

export function findEndpoint(
  kind: Address["kind"],
  storage: StorageSettings,
  environment: Environment,
): string | undefined {
  const { setting, variables } = SERVICES[kind];
  return firstOf(storage[setting], ...variables.map((name) => environment[name]));
}

function openS3(address: Address, storage: StorageSettings, env: Environment): Bucket {
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
  const client = createS3Client({ address, region: named, endpoint, virtualHosted });
  return { client, storageOptions };
}

function openAzure(address: Address, storage: StorageSettings, env: Environment): Bucket {
  const account = firstOf(storage["account_name"], env["AZURE_STORAGE_ACCOUNT_NAME"]);
  if (account === undefined) {
    throw new PullquoteError({
      code: "bad-setting",
      message: `${address.name} names a container, but not whose: there is no account name.`,
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
  const client = createAzureClient({ address, account, endpoint, key, sas, token });
  return { client, storageOptions };
}
