// A document with its verdicts → the left side: each quotation, whether it stands, and where.

import type { WireDocument } from "../wire.ts";
import type { AnswerActions } from "./answer-view.ts";
import { make, makeButton } from "./dom.ts";

export function showDocument(
  { name, findings, notes }: WireDocument,
  actions: AnswerActions,
): Node[] {
  const standing = findings.filter(({ stands }) => stands).length;
  let before: string | undefined;
  const shown = findings.flatMap((finding, index) => {
    const { text, line, verdict, stands, detail, question, place } = finding;
    const isNew = question !== undefined && question !== before;
    before = question;
    const exhibit = make("div", { class: "exhibit" });
    const open = (): void => {
      if (place !== undefined) actions.open({ ...place, exhibit, label: `quotation ${index + 1}` });
    };
    exhibit.append(
      make("p", { class: `verdict${stands ? " stands" : ""}` }, `${verdict}, line ${line}`),
      ...(stands ? [] : [make("p", { dir: "auto" }, `The document has: ${text}`)]),
      ...(place === undefined ? [] : [showWords(place.text)]),
      make("p", { class: "place" }, detail),
    );
    if (place !== undefined) {
      const label = { class: "number", "aria-label": `Show quotation ${index + 1} in its article` };
      exhibit.append(makeButton(`${place.articleId}, line ${place.line}`, open, label));
      exhibit.addEventListener("click", open);
    }
    return [...(isNew ? [make("h3", {}, question)] : []), exhibit];
  });
  return [
    make("h2", { dir: "auto" }, name),
    make(
      "p",
      { class: "soft" },
      `${standing} of ${findings.length} quotations stand in the articles as they are now.`,
    ),
    ...shown,
    ...notes.map((note) => make("p", { class: "soft" }, note)),
  ];
}

/** The article's, whatever the document makes of them. */
function showWords(text: string): HTMLElement {
  return make("blockquote", { dir: "auto" }, make("p", {}, `“${text}”`));
}
