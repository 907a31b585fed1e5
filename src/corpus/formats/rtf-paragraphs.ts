// Words and ends of paragraphs of a rich text, as they come → the text of the article, with notes at its end.

import { type PlaceRun, TextComposer } from "./compose-text.ts";

export class RtfParagraphs {
  readonly #composer = new TextComposer();
  /** Runs of words of each note. */
  readonly #notes: { readonly words: string; readonly place: PlaceRun }[][] = [];
  #outline: number | undefined;
  #isListItem = false;
  #isInTable = false;
  #hasBegun = false;
  #isCellEnded = false;

  say(words: string, place: PlaceRun): void {
    if (!this.#hasBegun) {
      this.#hasBegun = true;
      if (this.#outline !== undefined) this.#composer.begin("heading", this.#outline + 1);
      else this.#composer.begin(this.#isListItem ? "list-item" : "paragraph");
    }
    if (this.#isCellEnded) this.#composer.put(" | ");
    this.#isCellEnded = false;
    this.#composer.put(words, place);
  }

  openNote(): void {
    this.#notes.push([]);
  }

  sayInNote(words: string, place: PlaceRun): void {
    this.#notes.at(-1)?.push({ words, place });
  }

  /** Paragraphs in a cell are one. */
  end(value: string, place: PlaceRun): void {
    if (this.#isInTable && value === "par") {
      if (this.#hasBegun && !this.#isCellEnded) this.say(" ", place);
      return;
    }
    this.#composer.begin();
    this.#hasBegun = false;
    this.#isCellEnded = false;
  }

  endCell(): void {
    this.#isCellEnded = this.#hasBegun;
  }

  markListItem(): void {
    this.#isListItem = true;
  }

  /** Properties of the paragraph, which hold until they are set back. */
  set(value: string, number = 0): void {
    if (value === "pard") {
      this.#isListItem = false;
      this.#isInTable = false;
      this.#outline = undefined;
    } else if (value === "intbl") this.#isInTable = true;
    else if (value === "outlinelevel") this.#outline = number < 9 ? number : undefined;
  }

  finish(): ReturnType<TextComposer["finish"]> {
    for (const note of this.#notes) {
      this.#composer.begin();
      for (const { words, place } of note) this.#composer.put(words, place);
    }
    return this.#composer.finish();
  }
}
