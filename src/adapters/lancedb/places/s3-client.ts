// A bucket and how to reach it → the client of an S3 store, on the official package, which is optional.

import { splitBatches } from "../../../corpus/ingest/embedding-requests.ts";
import type { Condition, ObjectClient } from "./object-place.ts";
import { importOptional, translateStoreFault } from "./store-faults.ts";

export interface S3Settings {
  /** As the reader named the index, for messages. */
  readonly name: string;
  readonly bucket: string;
  readonly region?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly virtualHosted: boolean;
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
  const { name, bucket: Bucket } = settings;
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
      throw translateStoreFault({ name, writes, status }, error);
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
    list: async (Prefix, depth) => {
      const sizes = new Map<string, number>();
      let ContinuationToken: string | undefined;
      do {
        const wanted = {
          ...{ Bucket, Prefix, ContinuationToken },
          Delimiter: depth === "one" ? "/" : undefined,
        };
        const page = await run(({ library, client }) =>
          client.send(new library.ListObjectsV2Command(wanted)),
        );
        for (const [key, size] of readListing(page)) sizes.set(key, size);
        ContinuationToken = page?.NextContinuationToken;
      } while (ContinuationToken !== undefined);
      return sizes;
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
        throw translateStoreFault({ name, writes: true, status: undefined }, error);
      }
    },
  };
}

interface Listing {
  readonly Contents?: { Key?: string | undefined; Size?: number | undefined }[] | undefined;
  readonly CommonPrefixes?: { Prefix?: string | undefined }[] | undefined;
}

/** A folder's size is 0. */
const readListing = ({ Contents = [], CommonPrefixes = [] }: Listing = {}) => [
  ...Contents.map(({ Key = "", Size = 0 }) => [Key, Size] as const),
  ...CommonPrefixes.map(({ Prefix = "" }) => [Prefix, 0] as const),
];

const describeCondition = (condition: Condition) => {
  if ("mark" in condition) return { IfMatch: condition.mark };
  return condition.kind === "absent" ? { IfNoneMatch: "*" } : {};
};

async function loadClient(settings: S3Settings): Promise<Loaded> {
  // Its note on versions of Node belongs to who installs it, not to every reader's screen.
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
  const library = await importOptional(
    settings.name,
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
    requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: ANSWER_MS },
  });
  return { library, client };
}
