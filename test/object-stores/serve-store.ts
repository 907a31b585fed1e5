// A kind of store → a server of it on this machine, with a fresh bucket; or why there is none.

import { type ChildProcess, spawn } from "node:child_process";
import { createHmac, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { StorageSettings } from "../../src/adapters/object-stores/check-address.ts";

export type Kind = "moto" | "azurite" | "s3rver";

/** Where scripts/tools-for-tests.mjs puts them. */
const TOOLS = fileURLToPath(new URL("../../node_modules/.cache/test-tools", import.meta.url));
const NAMES: Readonly<Record<Kind, string>> = {
  moto: "moto_server",
  azurite: "azurite-blob",
  s3rver: "s3rver",
};
/** Azurite has one account, whose name and key are known to all. */
const ACCOUNT = "devstoreaccount1";
const ACCOUNT_KEY =
  "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

export interface ServedStore {
  readonly url: string;
  /** What a reader would set in the environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly storage: StorageSettings;
  /** Makes a bucket and gives the address of an index in it. */
  makeBucket(): Promise<string>;
  stop(): Promise<void>;
}

/** The program's path; nothing where it is not installed. */
export function findStore(kind: Kind): string | undefined {
  const folders = [
    join(TOOLS, "moto", "bin"),
    join(TOOLS, "node_modules", ".bin"),
    ...(process.env["PATH"] ?? "").split(delimiter),
  ];
  const paths = folders.map((folder) => join(folder, NAMES[kind]));
  return paths.find((path) => existsSync(path));
}

export const whyNoStore = (kind: Kind): string =>
  `${NAMES[kind]} is not installed: node scripts/tools-for-tests.mjs`;

export async function serveStore(kind: Kind): Promise<ServedStore> {
  const program = findStore(kind);
  if (program === undefined) throw new Error(whyNoStore(kind));
  const port = await findPort();
  const folder = await mkdtemp(join(tmpdir(), `pullquote-${kind}-`));
  const child = spawn(program, listArguments(kind, port, folder), { stdio: "ignore" });
  const url = `http://127.0.0.1:${port}`;
  await waitFor(url, child);
  const isAzure = kind === "azurite";
  const environment: Record<string, string> = isAzure
    ? { AZURE_STORAGE_ACCOUNT_NAME: ACCOUNT, AZURE_STORAGE_ACCOUNT_KEY: ACCOUNT_KEY }
    : { AWS_ACCESS_KEY_ID: "S3RVER", AWS_SECRET_ACCESS_KEY: "S3RVER" };
  return {
    url,
    environment,
    storage: { endpoint: isAzure ? `${url}/${ACCOUNT}` : url, allow_http: "true" },
    makeBucket: async () => {
      const bucket = `news-${randomUUID()}`;
      await (isAzure ? makeContainer(url, bucket) : requireOk(`${url}/${bucket}`, {}));
      return `${isAzure ? "az" : "s3"}://${bucket}/archive/index`;
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function listArguments(kind: Kind, port: number, folder: string): string[] {
  if (kind === "moto") return ["-H", "127.0.0.1", "-p", String(port)];
  if (kind === "s3rver") return ["-d", folder, "-a", "127.0.0.1", "-p", String(port), "--silent"];
  const place = ["--blobHost", "127.0.0.1", "--blobPort", String(port), "--location", folder];
  return [...place, "--silent", "--skipApiVersionCheck", "--disableTelemetry"];
}

async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}

async function waitFor(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the store ended with ${child.exitCode}`);
}

async function makeContainer(url: string, container: string): Promise<void> {
  const date = new Date().toUTCString();
  const version = "2021-08-06";
  const wanted = [
    ...["PUT", ...Array<string>(11).fill(""), `x-ms-date:${date}`, `x-ms-version:${version}`],
    ...[`/${ACCOUNT}/${ACCOUNT}/${container}`, "restype:container"],
  ].join("\n");
  const digest = createHmac("sha256", Buffer.from(ACCOUNT_KEY, "base64")).update(wanted);
  await requireOk(`${url}/${ACCOUNT}/${container}?restype=container`, {
    authorization: `SharedKey ${ACCOUNT}:${digest.digest("base64")}`,
    ...{ "x-ms-date": date, "x-ms-version": version },
  });
}

async function requireOk(url: string, headers: Record<string, string>): Promise<void> {
  const response = await fetch(url, { method: "PUT", headers });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
}

/** Sets the store's variables for this process, LanceDB's native part included, until `undo`. */
export function setEnvironment(values: Readonly<Record<string, string>>): () => void {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, values);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
}
