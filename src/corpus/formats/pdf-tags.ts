// The tags of a page and its runs of letters → the blocks that the tags make, in their order, where they can be trusted.

import type { ExtractedBlock } from "../../core/article.ts";
import type { PageRuns, Run } from "./pdf-runs.ts";

/** A node of the tree as pdf.js gives it. */
export interface TagNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly TagNode[];
}

export interface TaggedBlock {
  readonly kind: ExtractedBlock["kind"];
  readonly level: number;
  readonly isNote: boolean;
  /** In the order of the tags. */
  readonly runs: readonly Run[];
}

interface Place {
  readonly block: number;
  readonly order: number;
}

interface Block {
  readonly kind: ExtractedBlock["kind"];
  readonly level: number;
  readonly isNote: boolean;
}

const PARAGRAPHS = new Set(["P", "Caption", "TR", "TOCI", "BibEntry", "Title", "Aside"]);
const NOTES = new Set(["Note", "FENote", "Footnote", "Endnote"]);
/** Share of the letters that must lie in a block of the tree. */
const SOUND = 0.98;

/** Nothing where tags are missing, or do not hold nearly all of the page's letters. */
export function readTags(
  tree: TagNode | null,
  { runs }: PageRuns,
  pageObject: string,
): readonly TaggedBlock[] | undefined {
  if (tree === null) return undefined;
  const reader = new TagReader(pageObject);
  reader.walk(tree, undefined);
  const content = runs.filter((run) => run.mark !== "artifact");
  const known = content.flatMap((run) => {
    const place = typeof run.mark === "number" ? reader.places.get(run.mark) : undefined;
    return place === undefined ? [] : [{ run, place }];
  });
  const lengthOf = (some: readonly Run[]): number =>
    some.reduce((sum, { text }) => sum + text.length, 0);
  if (lengthOf(known.map(({ run }) => run)) < SOUND * lengthOf(content)) return undefined;
  const sorted = known.toSorted((a, b) => a.place.order - b.place.order);
  const blocks = new Map<number, Run[]>();
  for (const { run, place } of sorted)
    blocks.set(place.block, [...(blocks.get(place.block) ?? []), run]);
  return [...blocks].map(([at, own]) => ({ ...(reader.blocks[at] as Block), runs: own }));
}

class TagReader {
  readonly places = new Map<number, Place>();
  readonly blocks: Block[] = [];
  readonly #pageObject: string;
  #order = 0;

  constructor(pageObject: string) {
    this.#pageObject = pageObject;
  }

  /** `block` is the one that the node lies in. */
  walk(node: TagNode, block: number | undefined): void {
    const [, object, content] = /^(\w+)_mc(\d+)$/.exec(node.id ?? "") ?? [];
    if (node.type === "content" && object === this.#pageObject && block !== undefined)
      this.places.set(Number(content), { block, order: this.#order++ });
    const own = this.#open(node.role, block);
    for (const child of node.children ?? []) this.walk(child, own);
  }

  #open(role: string | undefined, outer: number | undefined): number | undefined {
    const inside = outer === undefined ? undefined : this.blocks[outer];
    const block = readRole(role, inside);
    if (block === undefined) return outer;
    this.blocks.push(block);
    return this.blocks.length - 1;
  }
}

/** What a role makes a block of; nothing for those that lie in one, or hold several. */
function readRole(role: string | undefined, inside: Block | undefined): Block | undefined {
  if (role === undefined) return undefined;
  if (NOTES.has(role)) return { kind: "paragraph", level: 0, isNote: true };
  if (inside?.isNote === true) return undefined;
  const heading = /^H([1-6])?$/.exec(role);
  if (heading !== null) return { kind: "heading", level: Number(heading[1] ?? 1), isNote: false };
  if (role === "LI") return { kind: "list-item", level: 0, isNote: false };
  if (inside?.kind === "list-item") return undefined;
  if (role === "BlockQuote") return { kind: "quotation", level: 0, isNote: false };
  if (!PARAGRAPHS.has(role)) return undefined;
  return {
    kind: inside?.kind === "quotation" ? "quotation" : "paragraph",
    level: 0,
    isNote: false,
  };
}
