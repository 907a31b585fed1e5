// A bucket and how to reach it → the client of an S3 store, on the official package, which is optional.

import type { ListObjectsV2CommandOutput } from "@aws-sdk/client-s3";
import { splitBatches } from "../../corpus/ingest/embedding-requests.ts";
import type { Address } from "./check-address.ts";
import {
  type Condition,
  type ObjectClient,
  type ToldObject,
  takeBytes,
  tellObject,
} from "./object-client.ts";
import { importOptional, translateStoreFault } from "./store-faults.ts";

export interface S3Settings {
  readonly address: Pick<Address, "name" | "holds" | "container">;
  readonly region?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly virtualHosted: boolean;
  /** Milliseconds in which nothing comes, after which a request counts as lost. */
  readonly answerMs?: number;
}

type Library = typeof import("@aws-sdk/client-s3");
interface Loaded {
  readonly library: Library;
  readonly client: InstanceType<Library["S3Client"]>;
}

const CONNECT_MS = 5000;
const ANSWER_MS = 30_000;
/** What one request may delete. */
const DELETED_AT_ONCE = 1000;

/** Credentials come from the package's usual chain, which is LanceDB's: environment, profile, role. */
export function createS3Client(settings: S3Settings): ObjectClient {
  const { name, holds, container: Bucket } = settings.address;
  let loading: Promise<Loaded> | undefined;
  const load = (): Promise<Loaded> => {
    loading ??= loadClient(settings);
    return loading;
  };
  /** `expected` are the refusals that are an outcome. */
  const run = async <T>(
    work: (loaded: Loaded) => Promise<T>,
    expected: readonly number[] = [],
    writes = false,
  ): Promise<T | undefined> => {
    const loaded = await load();
    try {
      return await work(loaded);
    } catch (error) {
      const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata
        ?.httpStatusCode;
      const isBucketThere = (error as Error).name !== "NoSuchBucket";
      if (status !== undefined && expected.includes(status) && isBucketThere) return undefined;
      throw translateStoreFault({ name, holds, writes, status }, error);
    }
  };
  return {
    get: (Key) =>
      run(
        async ({ library, client }) => {
          const found = await client.send(new library.GetObjectCommand({ Bucket, Key }));
          const text = (await found.Body?.transformToString("utf-8")) ?? "";
          return { text, mark: found.ETag ?? "" };
        },
        [404],
      ),
    getBytes: (Key, most, signal) =>
      run(
        async ({ library, client }) => {
          const wanted = new library.GetObjectCommand({ Bucket, Key });
          const { Body, ETag, LastModified } = await client.send(wanted, stopBy(signal));
          const bytes = await takeBytes(Body as AsyncIterable<Uint8Array>, most);
          return { ...tellObject(Key, bytes.length, ETag, LastModified), bytes };
        },
        [404],
      ),
    getPart: async (Key, start, end) => {
      const Range = `bytes=${start}-${end - 1}`;
      const bytes = await run(async ({ library, client }) => {
        const found = await client.send(new library.GetObjectCommand({ Bucket, Key, Range }));
        return found.Body?.transformToByteArray();
      });
      return bytes ?? new Uint8Array();
    },
    put: (Key, Body, condition) =>
      run(
        async ({ library, client }) => {
          const when = describeCondition(condition);
          // An empty text counts as a stream of unknown length unless its length is said.
          const ContentLength = Buffer.byteLength(Body);
          const wanted = { Bucket, Key, Body, ContentLength, ...when };
          return (await client.send(new library.PutObjectCommand(wanted))).ETag ?? "";
        },
        // 409: somebody else's write was under way; 404: what was to be replaced is gone.
        "mark" in condition ? [412, 409, 404] : [412, 409],
        true,
      ),
    list: async function* (Prefix, depth, signal) {
      let ContinuationToken: string | undefined;
      do {
        const wanted = {
          ...{ Bucket, Prefix, ContinuationToken },
          Delimiter: depth === "one" ? "/" : undefined,
          // Without it a key with a sign that XML does not have makes the whole list unreadable.
          EncodingType: "url" as const,
        };
        const page = await run(({ library, client }) =>
          client.send(new library.ListObjectsV2Command(wanted), stopBy(signal)),
        );
        yield readListing(page);
        ContinuationToken = page?.NextContinuationToken;
      } while (ContinuationToken !== undefined);
    },
    delete: async (keys) => {
      for (const some of splitBatches(keys, DELETED_AT_ONCE)) {
        const Objects = some.map((Key) => ({ Key }));
        const Delete = { Objects, Quiet: true };
        const told = await run(
          ({ library, client }) =>
            client.send(new library.DeleteObjectsCommand({ Bucket, Delete })),
          [],
          true,
        );
        const failed = told?.Errors?.find(({ Code }) => Code !== "NoSuchKey");
        if (failed === undefined) continue;
        const error = Object.assign(new Error(failed.Message), { name: failed.Code ?? "Error" });
        throw translateStoreFault({ name, holds, writes: true, status: undefined }, error);
      }
    },
  };
}

const stopBy = (signal: AbortSignal | undefined) =>
  signal === undefined ? {} : { abortSignal: signal };

/** Not every store writes keys as it was asked to, but each says how it did. */
function readListing(page: ListObjectsV2CommandOutput | undefined): readonly ToldObject[] {
  const { Contents = [], CommonPrefixes = [], EncodingType } = page ?? {};
  const decode = (key = ""): string =>
    EncodingType === "url" ? decodeURIComponent(key.replaceAll("+", " ")) : key;
  return [
    ...Contents.map(({ Key, Size, ETag, LastModified }) =>
      tellObject(decode(Key), Size, ETag, LastModified),
    ),
    ...CommonPrefixes.map(({ Prefix }) => tellObject(decode(Prefix), 0, "", undefined)),
  ];
}

const describeCondition = (condition: Condition) => {
  if ("mark" in condition) return { IfMatch: condition.mark };
  return condition.kind === "absent" ? { IfNoneMatch: "*" } : {};
};

async function loadClient(settings: S3Settings): Promise<Loaded> {
  // Its note on versions of Node belongs to who installs it, not to every reader's screen.
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
  const library = await importOptional(
    settings.address,
    "@aws-sdk/client-s3",
    () => import("@aws-sdk/client-s3"),
  );
  const { endpoint, region } = settings;
  const client = new library.S3Client({
    ...(endpoint !== undefined && { endpoint, forcePathStyle: !settings.virtualHosted }),
    ...(region !== undefined && { region }),
    followRegionRedirects: true,
    // Stores that are not Amazon's refuse checksums that they do not know.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: {
      connectionTimeout: CONNECT_MS,
      socketTimeout: settings.answerMs ?? ANSWER_MS,
    },
  });
  return { library, client };
}
