// A model's reply, piece by piece → its claims, each as soon as it is whole.

import { readProseClaims } from "./prose-claims.ts";
import { type ReplyClaim, readReplyClaim } from "./reply-claim.ts";

export interface LooseValue {
  readonly value: unknown;
  /** True when it was no JSON as it stood. */
  readonly bent: boolean;
}

/** Longest text that is straightened: what is longer is JSON or nothing. */
const LONGEST_BENT = 20_000;

/** Undefined when not even trailing commas, single quotes and bare keys explain it. */
function parseLooseJson(text: string): LooseValue | undefined {
  const strict = parseStrict(text);
  if (strict !== undefined) return { value: strict.value, bent: false };
  if (text.length > LONGEST_BENT) return;
  const loose = parseStrict(straighten(text));
  return loose === undefined ? undefined : { value: loose.value, bent: true };
}

function parseStrict(text: string): { readonly value: unknown } | undefined {
  // JSON.parse has no form that reports failure as a value.
  try {
    return { value: JSON.parse(text) };
  } catch {
    return;
  }
}

function straighten(text: string): string {
  return text
    .replaceAll(/([{,[:]\s*)[“”]([^“”"]*)[“”](?=\s*[,:}\]])/g, '$1"$2"')
    .replaceAll(/([{,[:]\s*)'((?:[^'\\\n]|'(?!\s*[,:}\]]))*)'(?=\s*[,:}\]])/g, quoteSingle)
    .replaceAll(/([{,]\s*)([A-Za-z_]\w*)(\s*:)/g, '$1"$2"$3')
    .replaceAll(/([[,]\s*)(S\d{1,4})(?=\s*[,\]])/g, '$1"$2"')
    .replaceAll(/,(\s*[}\]])/g, "$1")
    .replaceAll(/(?<="[^"\n]*)\n(?=[^"\n]*")/g, " ");
}

function quoteSingle(_match: string, before: string, inner: string): string {
  return `${before}${JSON.stringify(inner)}`;
}

/** How a reply came: as asked, bent but understood, honestly empty, or not understood at all. */
export type ReplyForm = "as-asked" | "tolerated" | "empty" | "not-understood";

/** Longest reply that is read, in UTF-16 units; what comes after is not looked at. */
const LONGEST_REPLY = 200_000;
const THINKING = /<(think|thinking|reasoning)>/i;
const THOUGHT_END = /<\/(think|thinking|reasoning)>/i;
/** Longest object that can be one claim, how deep it may lie, and how many objects are looked at. */
const LONGEST_OBJECT = 8_000;
const DEEPEST_OBJECT = 8;
const MOST_OBJECTS = 2_000;
/** Fresh starts at a later brace, when an earlier one opened nothing. */
const MOST_RESTARTS = 60;

/**
 * Reads objects as their closing brace arrives, wherever they stand: in a code fence, behind prose,
 * in a list under another name, in a reply that breaks off. What is not JSON is read as prose at the end.
 */
export class ReplyReader {
  #text = "";
  #at = 0;
  #open: number[] = [];
  #inString = false;
  #inThought = false;
  #claims = 0;
  #objects = 0;
  #bent = false;

  /** Whether the reply is longer than anything that was asked for. */
  get flooded(): boolean {
    return this.#text.length >= LONGEST_REPLY;
  }

  /** All that was read, up to its limit. */
  get text(): string {
    return this.#text;
  }

  /** Takes the next piece; gives the claims that it completes. */
  read(piece: string): readonly ReplyClaim[] {
    this.#text += piece.slice(0, LONGEST_REPLY - this.#text.length);
    const found = this.#scan();
    this.#claims += found.length;
    return found;
  }

  /** Call once, after the last piece: the claims that only the whole reply shows, and its form. */
  finish(): { readonly claims: readonly ReplyClaim[]; readonly form: ReplyForm } {
    const visible = removeThoughts(this.#text);
    const whole = parseWhole(visible);
    if (this.#claims > 0) {
      const asAsked = !this.#bent && whole !== undefined && "claims" in whole;
      return { claims: [], form: asAsked ? "as-asked" : "tolerated" };
    }
    if (whole !== undefined && isEmptyReply(whole)) return { claims: [], form: "empty" };
    const claims = [...this.#rescan(visible), ...(whole === undefined ? [] : readKeyed(whole))];
    const kept = claims.length > 0 ? claims : readProseClaims(visible);
    return { claims: kept, form: kept.length > 0 ? "tolerated" : "not-understood" };
  }

  #scan(): ReplyClaim[] {
    const found: ReplyClaim[] = [];
    for (; this.#at < this.#text.length; this.#at += 1) {
      if (this.#skipThought()) continue;
      const claim = this.#step(this.#text.charAt(this.#at));
      if (claim !== undefined) found.push(claim);
    }
    return found;
  }

  /** Inside a thought nothing is read; a thought that never ends swallows the reply until `finish`. */
  #skipThought(): boolean {
    const behind = this.#text.slice(Math.max(0, this.#at - 11), this.#at + 1);
    if (this.#inThought) {
      if (behind.endsWith(">") && THOUGHT_END.test(behind)) this.#inThought = false;
      return true;
    }
    if (this.#open.length > 0 || !behind.endsWith(">")) return false;
    this.#inThought = new RegExp(`${THINKING.source}$`, "i").test(behind);
    return this.#inThought;
  }

  #step(character: string): ReplyClaim | undefined {
    if (this.#inString) {
      if (character === "\\") this.#at += 1;
      else if (character === '"') this.#inString = false;
    } else if (character === '"') this.#inString = this.#open.length > 0;
    else if (character === "{") this.#open.push(this.#at);
    else if (character === "}") return this.#close();
    return;
  }

  #close(): ReplyClaim | undefined {
    const start = this.#open.pop();
    if (start === undefined || !this.#mayBeClaim(start)) return;
    const parsed = parseLooseJson(this.#text.slice(start, this.#at + 1));
    const claim = readReplyClaim(parsed?.value);
    if (claim === undefined || (claim.numbers.length === 0 && this.#open.length === 0)) return;
    if (parsed?.bent === true || !hasAskedKeys(parsed?.value)) this.#bent = true;
    return claim;
  }

  /** Keeps a flood of braces from costing more than its length. */
  #mayBeClaim(start: number): boolean {
    this.#objects += 1;
    const short = this.#at - start < LONGEST_OBJECT;
    return short && this.#open.length < DEEPEST_OBJECT && this.#objects <= MOST_OBJECTS;
  }

  /** A brace or a quotation mark in prose can hide what follows: starts again behind each brace. */
  #rescan(visible: string): ReplyClaim[] {
    let restarts = 0;
    for (let at = visible.indexOf("{"); at >= 0; at = visible.indexOf("{", at + 1)) {
      restarts += 1;
      if (restarts > MOST_RESTARTS) break;
      const end = visible.indexOf("}", at);
      if (end < 0) break;
      const claim = readReplyClaim(parseLooseJson(visible.slice(at, end + 1))?.value);
      if (claim !== undefined) return [claim, ...this.#rescan(visible.slice(end + 1))];
    }
    return [];
  }
}

function hasAskedKeys(value: unknown): boolean {
  return typeof value === "object" && value !== null && "text" in value && "evidence" in value;
}

function removeThoughts(text: string): string {
  const closed = text.replaceAll(/<(think|thinking|reasoning)>[\s\S]*?<\/\1>/gi, " ");
  return closed.replace(/^[\s\S]*<\/(think|thinking|reasoning)>/i, " ").replace(THINKING, " ");
}

function parseWhole(visible: string): object | undefined {
  const bare = visible.replaceAll(/^\s*```\w*|```\s*$/g, "").trim();
  const value = parseLooseJson(bare)?.value;
  return typeof value === "object" && value !== null ? value : undefined;
}

function isEmptyReply(whole: object): boolean {
  return Object.values(whole).every((held) => Array.isArray(held) && held.length === 0);
}

/** `{"S3": "text"}`, `{"text": [..]}`: an object whose keys are the numbers. */
function readKeyed(whole: object): ReplyClaim[] {
  return Object.entries(whole).flatMap(([key, held]) => {
    if (!/^S\d{1,4}$/i.test(key) || typeof held !== "string") return [];
    const claim = readReplyClaim({ text: held, evidence: key });
    return claim === undefined ? [] : [claim];
  });
}
