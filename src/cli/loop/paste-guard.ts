// What a terminal sends → the same keys, with each pasted block as one line in which nothing acts.

import { Transform, type TransformCallback } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import type { ReadStream } from "node:tty";
import { LONGEST_QUESTION, reflowForTerminal } from "../../index.ts";

/** Bracketed paste (xterm, Control Sequences): asked for with `h`, given up with `l`. */
export const PASTE_ON = "\u001B[?2004h";
export const PASTE_OFF = "\u001B[?2004l";
const BEGIN = "\u001B[200~";
const END = "\u001B[201~";
/** A terminal that never tells the end of a paste must not swallow what is typed after it. */
const LONGEST_SILENCE_MS = 1000;

/**
 * Line ends of a pasted block become spaces, so that it waits for Enter as one question; other control
 * characters become visible. A block that is longer than any question is not let through, but told.
 */
export class PasteGuard extends Transform {
  readonly #keyboard: ReadStream;
  readonly #refuse: (characters: number) => void;
  readonly #decoder = new StringDecoder("utf8");
  /** What may be the beginning of a mark. */
  #held = "";
  /** Undefined where nothing is being pasted; beyond what a question may have, only counted. */
  #pasted: { text: string; length: number } | undefined;
  #silence: NodeJS.Timeout | undefined;

  /** `refuse` is told of a block that is too long. */
  constructor(keyboard: ReadStream, refuse: (characters: number) => void) {
    super();
    this.#keyboard = keyboard;
    this.#refuse = refuse;
    keyboard.pipe(this);
  }

  get isRaw(): boolean {
    return this.#keyboard.isRaw;
  }

  /** As readline asks of a keyboard. */
  setRawMode(isRaw: boolean): this {
    this.#keyboard.setRawMode?.(isRaw);
    return this;
  }

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    clearTimeout(this.#silence);
    let rest = this.#held + this.#decoder.write(chunk);
    this.#held = "";
    for (;;) {
      const mark = this.#pasted === undefined ? BEGIN : END;
      const at = rest.indexOf(mark);
      if (at < 0) break;
      this.#take(rest.slice(0, at));
      rest = rest.slice(at + mark.length);
      if (this.#pasted === undefined) this.#pasted = { text: "", length: 0 };
      else this.#finish();
    }
    const kept = this.#countBegun(rest);
    this.#held = rest.slice(rest.length - kept);
    this.#take(rest.slice(0, rest.length - kept));
    if (this.#pasted !== undefined) {
      this.#silence = setTimeout(() => this.#finish(), LONGEST_SILENCE_MS);
    }
    done();
  }

  override _flush(done: TransformCallback): void {
    clearTimeout(this.#silence);
    this.#take(this.#held + this.#decoder.end());
    if (this.#pasted !== undefined) this.#finish();
    done();
  }

  /** How much of the end may begin a mark. One or two characters of one are keys: Escape, Alt with a bracket. */
  #countBegun(text: string): number {
    const [mark, least] = this.#pasted === undefined ? [BEGIN, 3] : [END, 1];
    for (let length = mark.length - 1; length >= least; length -= 1) {
      if (text.endsWith(mark.slice(0, length))) return length;
    }
    return 0;
  }

  #take(text: string): void {
    if (text === "") return;
    if (this.#pasted === undefined) return void this.push(text);
    this.#pasted.length += text.length;
    if (this.#pasted.length <= LONGEST_QUESTION) this.#pasted.text += text;
  }

  #finish(): void {
    const { text, length } = this.#pasted ?? { text: "", length: 0 };
    this.#pasted = undefined;
    if (length > LONGEST_QUESTION) this.#refuse(length);
    else this.push(reflowForTerminal(text.replace(/\s+$/, "")));
  }
}
