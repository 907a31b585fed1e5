// What is installed and reachable → the writers and embedders that can be named.

import { totalmem } from "node:os";
import { listUsableModels, type ModelReport, sanitizeTerminal } from "../../index.ts";
import type { RunCommand } from "../invocation.ts";
import { printList } from "../print-list.ts";
import { printRecommended } from "../recommend-models.ts";

export const run: RunCommand = async ({ flags, settings, screen, signal }) => {
  if (flags["recommend"] === true) return printRecommended(totalmem(), { settings, screen });
  const report = await listUsableModels(signal);
  const listing = {
    rows: report.models.map(({ name, uses, detail }) => ({ name, uses, detail })),
    columns: ["name", "uses", "detail"],
    json: projectReport(report),
    layOut: () => describeReport(report),
  };
  if (screen.tabular) describeServer(report.server).forEach(screen.note);
  return printList(listing, { settings, screen });
};

function describeReport({ models, server, providers }: ModelReport): string {
  const width = Math.max(...models.map(({ name }) => name.length));
  const lines = models.map(
    ({ name, uses, detail }) => `${name.padEnd(width)}  ${uses.join(", ").padEnd(8)}  ${detail}`,
  );
  const set = providers.filter(({ isSet }) => isSet);
  const keys = set.map(({ name, variable }) => `${name} (${variable})`).join(", ");
  const told = [
    ...lines,
    "",
    ...describeServer(server),
    `keys set: ${keys === "" ? "none" : keys}`,
  ];
  return told.map(sanitizeTerminal).join("\n");
}

function describeServer({ url, version, fault }: ModelReport["server"]): readonly string[] {
  if (fault === undefined) return [`Ollama ${version ?? ""} at ${url}`];
  return [fault.message, ...(fault.hint === undefined ? [] : [`    ${fault.hint}`])];
}

function projectReport({ models, server, providers }: ModelReport): object {
  const { url, version, fault } = server;
  return {
    models,
    server: {
      url,
      ...(version !== undefined && { version }),
      ...(fault && { fault: fault.message }),
    },
    providers,
  };
}
