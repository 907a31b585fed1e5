// Settings and terminal → every check of the doctor, in the order to be read.

import { readVersion } from "../package-info.ts";
import type { Settings } from "../settings/resolve-settings.ts";
import { findUserFolders } from "../settings/user-folders.ts";
import type { Screen } from "../terminal.ts";
import { type Check, fault, note, well } from "./check.ts";
import { checkWritable } from "./check-folders.ts";
import { checkCorpus, checkIndex, checkModelFiles } from "./check-library.ts";
import { checkNamedModels } from "./check-named-models.ts";

const OLDEST_NODE = [20, 19] as const;

export async function runChecks(
  settings: Settings,
  screen: Screen,
  signal: AbortSignal,
): Promise<readonly Check[]> {
  const { cache, state } = findUserFolders();
  return [
    well("pullquote", `${readVersion()} on ${process.platform} ${process.arch}`),
    checkNode(process.versions.node),
    await checkModelFiles(),
    checkCorpus(settings),
    ...(await checkIndex(settings, signal)),
    ...(await checkNamedModels(settings, signal)),
    checkWritable("state", state),
    checkWritable("cache", cache),
    checkTerminal(screen),
  ];
}

function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) {
    return well("node", version);
  }
  return fault("node", `${version} is too old`, `install Node ${OLDEST_NODE.join(".")} or later`);
}

function checkTerminal({ interactive, width, colour, hyperlinks }: Screen): Check {
  if (!interactive) return note("terminal", "none: output is plain, and not wrapped");
  const parts = [
    `${width} columns`,
    colour ? "colour" : "no colour",
    hyperlinks ? "hyperlinks" : "no hyperlinks",
  ];
  return well("terminal", parts.join(", "));
}
