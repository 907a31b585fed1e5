// A text → the clipboard, by the system's own tool or by the terminal, and what became of it.

import { spawn } from "node:child_process";

type Environment = Readonly<Record<string, string | undefined>>;

/** Terminals drop a longer sequence without a word; xterm's limit is about as much. */
const LONGEST_SEQUENCE = 74_994;
const TOOL_TIMEOUT_MS = 5000;

/** Where a copied text went; `nowhere` says why. */
export type Copied =
  | { readonly kind: "tool"; readonly name: string }
  | { readonly kind: "terminal" }
  | { readonly kind: "nowhere"; readonly why: "no-way" | "too-long" };

interface ClipboardTool {
  readonly command: readonly [string, ...string[]];
  readonly encode?: (text: string) => Uint8Array;
}

/**
 * The tool of the machine where the program runs, else the terminal, which may be on another: over SSH
 * only the terminal, for the tools would fill the clipboard of a machine where nobody sits.
 */
export async function copyText(
  text: string,
  stdout: Pick<NodeJS.WriteStream, "isTTY" | "write">,
  environment: Environment,
): Promise<Copied> {
  for (const tool of listTools(environment, process.platform)) {
    if (await runTool(tool, text)) return { kind: "tool", name: tool.command[0] };
  }
  if (stdout.isTTY !== true || environment["TERM"] === "dumb")
    return { kind: "nowhere", why: "no-way" };
  const sequence = writeSequence(text, environment);
  if (sequence === undefined) return { kind: "nowhere", why: "too-long" };
  stdout.write(sequence);
  return { kind: "terminal" };
}

/** Those that can be meant, the best first; whether one is installed shows when it is run. */
export function listTools(
  environment: Environment,
  platform: NodeJS.Platform,
): readonly ClipboardTool[] {
  const has = (name: string): boolean => (environment[name] ?? "") !== "";
  const isRemote = has("SSH_CONNECTION") || has("SSH_TTY");
  // tmux hands it on to the terminal that it is shown in, wherever that is.
  const tmux: ClipboardTool = { command: ["tmux", "load-buffer", "-w", "-"] };
  // Windows takes a text with a byte order mark in UTF-16 as it is; other bytes in the console's code page.
  const clip: ClipboardTool = {
    command: ["clip.exe"],
    encode: (text) => Buffer.from(`\ufeff${text}`, "utf16le"),
  };
  return [
    ...(!isRemote && platform === "darwin" ? [{ command: ["pbcopy"] } as const] : []),
    ...(!isRemote && (platform === "win32" || has("WSL_DISTRO_NAME")) ? [clip] : []),
    ...(!isRemote && has("WAYLAND_DISPLAY") ? [{ command: ["wl-copy"] } as const] : []),
    ...(!isRemote && has("DISPLAY")
      ? ([
          { command: ["xclip", "-selection", "clipboard"] },
          { command: ["xsel", "--clipboard", "--input"] },
        ] as const)
      : []),
    ...(has("TMUX") ? [tmux] : []),
  ];
}

function runTool({ command: [name, ...words], encode }: ClipboardTool, text: string) {
  return new Promise<boolean>((resolve) => {
    // They leave a child behind that serves the clipboard: only the tool's own end is waited for.
    const child = spawn(name, words, {
      stdio: ["pipe", "ignore", "ignore"],
      timeout: TOOL_TIMEOUT_MS,
    });
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
    child.stdin.on("error", () => {});
    child.stdin.end(encode?.(text) ?? text);
  });
}

/**
 * OSC 52 (xterm, Control Sequences: Manipulate Selection Data). Below tmux or screen, where the terminal
 * is not reached directly, it is wrapped too: each ESC in it doubled, as tmux's passthrough wants it.
 * @returns nothing for a text that is longer than terminals take
 */
export function writeSequence(text: string, environment: Environment): string | undefined {
  const coded = Buffer.from(text, "utf8").toString("base64");
  if (coded.length > LONGEST_SEQUENCE) return undefined;
  const plain = `\u001B]52;c;${coded}\u0007`;
  const isBelow = environment["TMUX"] || /^(?:tmux|screen)/.test(environment["TERM"] ?? "");
  return isBelow ? `${plain}\u001BPtmux;\u001B${plain}\u001B\\` : plain;
}
