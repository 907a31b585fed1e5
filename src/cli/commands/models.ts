// What is installed and reachable → the writers and embedders that can be named.

import { listUsableModels, type ModelReport, sanitizeTerminal } from "../../index.ts";
import { EXIT, type RunCommand } from "../invocation.ts";
import type { Screen } from "../terminal.ts";

export const run: RunCommand = async ({ settings, screen, signal }) => {
  const report = await listUsableModels(signal);
  if (settings.values.json) screen.print(JSON.stringify(projectReport(report)));
  else printReport(report, screen);
  return EXIT.answered;
};

function printReport({ models, server, providers }: ModelReport, screen: Screen): void {
  const width = Math.max(...models.map(({ name }) => name.length));
  for (const { name, uses, detail } of models) {
    screen.print(
      sanitizeTerminal(`${name.padEnd(width)}  ${uses.join(", ").padEnd(8)}  ${detail}`),
    );
  }
  screen.print("");
  for (const line of describeServer(server)) screen.print(sanitizeTerminal(line));
  const set = providers.filter(({ isSet }) => isSet);
  const keys = set.map(({ name, variable }) => `${name} (${variable})`).join(", ");
  screen.print(`keys set: ${keys === "" ? "none" : keys}`);
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
