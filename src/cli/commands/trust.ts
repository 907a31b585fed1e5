// The config file of this folder → a yes to what it sets beyond its own folder, kept for the next runs.

import { PullquoteError, sanitizeTerminal } from "../../index.ts";
import { EXIT, type RunCommand } from "../invocation.ts";
import { isTrusted, listReaches, setTrust } from "../settings/trust-config.ts";
import { findUserFolders } from "../settings/user-folders.ts";

export const run: RunCommand = async ({ flags, settings, screen }) => {
  const { configFile } = settings;
  if (configFile === undefined) {
    throw new PullquoteError({
      code: "bad-config",
      message: "There is no pullquote.json here or above: nothing needs a yes.",
      hint: "Stand in the folder whose file is meant.",
    });
  }
  const { state } = findUserFolders();
  const reaches = listReaches(settings);
  const isRevoked = flags["revoke"] === true;
  if (reaches.length > 0 || isRevoked) keep(configFile, state, !isRevoked);
  const trusted = isTrusted(configFile, state);
  if (settings.values.json) {
    await screen.printJson({ configFile, trusted, reaches });
    return EXIT.answered;
  }
  const verdict = isRevoked ? "no longer trusted" : "trusted as it is now";
  const line = `${configFile}: ${reaches.length === 0 && !isRevoked ? "sets nothing beyond its folder" : verdict}`;
  screen.print(sanitizeTerminal(line));
  for (const { key, value } of reaches) screen.print(sanitizeTerminal(`  ${key} ${value}`));
  return EXIT.answered;
};

function keep(configFile: string, state: string, yes: boolean): void {
  try {
    setTrust(configFile, state, yes);
  } catch (cause) {
    throw new PullquoteError({
      code: "file-unwritable",
      message: `The answer cannot be kept: ${state} cannot be written (${(cause as NodeJS.ErrnoException).code}).`,
      hint: `Make ${state} writable, or name the file each time: --config ${configFile}`,
      cause,
    });
  }
}
