// What a client of a store throws → PullquoteError with the command or the setting that helps.

import { PullquoteError } from "../../core/errors.ts";
import type { Held } from "./check-address.ts";

/** Of an `Address`, what errors need. */
export interface Named {
  /** As the reader named it. */
  readonly name: string;
  readonly holds: Held;
}

interface Where extends Named {
  readonly writes: boolean;
  readonly status: number | undefined;
}

const NO_CREDENTIALS = /credentials|could not load|resolved credential/i;
const DENIED = /^(?:AccessDenied|AllAccessDisabled|AuthorizationPermissionMismatch|Forbidden)$/i;
const WRONG_KEY =
  /InvalidAccessKeyId|SignatureDoesNotMatch|ExpiredToken|InvalidToken|AuthenticationFailed|Unauthorized/i;
const ARCHIVED = /InvalidObjectState|BlobArchived/;
const NO_BUCKET = /NoSuchBucket|ContainerNotFound/;
const UNREACHABLE =
  /ECONN|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|Timeout|fetch failed|socket|error sending request|\(Connect\)/i;

/** The first that fits counts. */
const KNOWN: readonly {
  readonly fits: (words: string, status: number | undefined) => boolean;
  readonly what: string;
  readonly hint: string;
}[] = [
  {
    fits: (words) => NO_BUCKET.test(words),
    what: "there is no such bucket",
    hint: "Make the bucket first, or name another one",
  },
  {
    fits: (words) => ARCHIVED.test(words),
    what: "it is archived",
    hint: "Restore it in the store, then run it again",
  },
  {
    fits: (words, status) => WRONG_KEY.test(words) || status === 401,
    what: "the store does not accept the credentials",
    hint: "Set them anew in the environment, as docs/object-stores.md says",
  },
  {
    fits: (words) => /region is missing/i.test(words),
    what: "nothing says in which region the bucket lies",
    hint: "Set AWS_REGION, or give --storage region=REGION",
  },
  {
    fits: (words) => NO_CREDENTIALS.test(words),
    what: "there are no credentials for it",
    hint: "Set them in the environment, such as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE",
  },
];

export function translateStoreFault(
  { name, holds, writes, status }: Where,
  error: unknown,
): PullquoteError {
  if (error instanceof PullquoteError) return error;
  const found = describe(error);
  const words = `${found.name} ${found.code} ${found.message}`;
  const known = KNOWN.find(({ fits }) => fits(words, status));
  const denied = known === undefined && (DENIED.test(found.name) || status === 403);
  const { what, hint } =
    known ?? (denied ? describeDenial(writes) : describeRest(found, words, status));
  const code = denied && writes ? "index-read-only" : "index-failed";
  return new PullquoteError({
    code: holds === "corpus" ? "corpus-unreadable" : code,
    message: `The ${holds} in ${name} could not be ${writes ? "written" : "read"}: ${what}.`,
    hint,
    cause: error,
  });
}

/** Why one object cannot be read while others may be; nothing where the fault is the store's. */
export function explainRefusal(error: unknown): string | undefined {
  const { name } = describe(error instanceof PullquoteError ? error.cause : error);
  if (ARCHIVED.test(name)) return "it is archived: restore it in the store";
  return DENIED.test(name) ? "access to it is denied" : undefined;
}

const describeDenial = (writes: boolean) => ({
  what: "access is denied",
  hint: writes
    ? "Get the right to write there, or ask without writing: --no-refresh"
    : "Get the right to list and read there, or name another place",
});

function describeRest(
  { name, message, code }: Described,
  words: string,
  status: number | undefined,
) {
  const told = status === undefined ? "" : ` (status ${status})`;
  const what = UNREACHABLE.test(words)
    ? `it cannot be reached${code === "" ? "" : ` (${code})`}`
    : `${cut(message || name)}${told}`;
  return { what, hint: "Check the connection and the endpoint, then run it again" };
}

interface Described {
  readonly name: string;
  readonly message: string;
  readonly code: string;
}

/** The innermost code: `fetch` wraps what the system said. */
function describe(error: unknown): Described {
  if (!(error instanceof Error)) return { name: "", message: String(error), code: "" };
  const inner = error.cause instanceof Error ? describe(error.cause) : undefined;
  const own = Reflect.get(error, "code") ?? inner?.code ?? "";
  return { name: error.name, message: error.message || (inner?.message ?? ""), code: String(own) };
}

const LONGEST = 200;

/** One line, and no addresses with a signature in them. */
function cut(message: string): string {
  const [line = ""] = message.replaceAll(/\?\S+/g, "?…").trim().split("\n");
  return line.slice(0, LONGEST).replace(/\.$/, "");
}

/** A package that only some need. @throws PullquoteError `provider-missing` with the command that installs it */
export async function importOptional<Library>(
  { name, holds }: Named,
  packageName: string,
  load: () => Promise<Library>,
): Promise<Library> {
  try {
    return await load();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw cause;
    throw new PullquoteError({
      code: "provider-missing",
      message: `The ${holds} in ${name} needs the package ${packageName}, which is not installed.`,
      hint: `npm install ${packageName}   (with -g when pullquote was installed with -g)`,
      cause,
    });
  }
}
