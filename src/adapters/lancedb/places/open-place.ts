// A folder's path or an address (`s3://bucket/news`) → the index's place, its settings from the environment and the config.

import { PullquoteError } from "../../../core/errors.ts";
import {
  type Address,
  type Environment,
  firstOf,
  mayUseHttp,
  readAddress,
  type StorageSettings,
} from "../../object-stores/check-address.ts";
import { findEndpoint, openBucket } from "../../object-stores/open-bucket.ts";
import { openCloudPlace } from "./cloud-place.ts";
import { openFolderPlace } from "./folder-place.ts";
import type { IndexPlace } from "./index-place.ts";
import { openObjectPlace } from "./object-place.ts";

/** @throws PullquoteError `bad-setting` for an address or a setting that is not known, or a secret */
export function openPlace(
  index: string,
  storage: StorageSettings = {},
  environment: Environment = process.env,
): IndexPlace {
  const address = readAddress(index, storage);
  if (address === undefined) return openFolderPlace(index);
  if (address.kind === "db") return openCloud(address, storage, environment);
  const { client, storageOptions } = openBucket(address, storage, environment);
  const { name, prefix } = address;
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
