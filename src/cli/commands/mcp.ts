// `mcp`: corpus and index → an MCP server for programs that work with models, on stdio or on loopback.

import { join } from "node:path";
import { PullquoteError } from "../../index.ts";
import { EXIT, type RunCommand } from "../invocation.ts";
import { requireLocation, useAssistant } from "../open-corpus.ts";
import { PACKAGE_FOLDER, readVersion } from "../package-info.ts";

const USUAL_PORT = 3917;

export const run: RunCommand = async ({ flags, settings, screen, signal }) => {
  const port = readPort(flags["http"]);
  const location = requireLocation(settings);
  const { serve } = await import("../../mcp/serve.ts");
  const { corpus, index } = location;
  return useAssistant(settings, location, async (assistant) => {
    await serve({
      assistant,
      corpus,
      schemas: join(PACKAGE_FOLDER, "docs", "schemas"),
      version: readVersion(),
      refresh: settings.values.refresh,
      allowIndex: flags["allowIndex"] === true,
      indexCommand: `pullquote index --corpus ${quoteForShell(corpus)} --index ${quoteForShell(index)}`,
      ...(port !== undefined && { port }),
      tell: screen.warn,
      signal,
    });
    return EXIT.answered;
  });
};

/** @throws PullquoteError `bad-setting` */
function readPort(flag: unknown): number | undefined {
  if (flag === undefined) return undefined;
  if (flag === true) return USUAL_PORT;
  const port = Number(flag);
  if (/^\d{1,5}$/.test(String(flag)) && port <= 65_535) return port;
  throw new PullquoteError({
    code: "bad-setting",
    message: `--http ${String(flag)} is no port: a number from 0 to 65535 is.`,
    hint: `Leave it out for ${USUAL_PORT}: pullquote mcp --http`,
  });
}

const quoteForShell = (path: string): string =>
  /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
