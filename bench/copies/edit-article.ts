// An article → a copy of it as an editor makes one, in eight ways.

export interface EditedArticle {
  readonly title: string;
  readonly text: string;
}

type Edit = (article: EditedArticle, other: EditedArticle) => EditedArticle;

const paragraphsOf = (text: string): string[] =>
  text.split(/\n+/).filter((line) => line.trim() !== "");
const joinParagraphs = (paragraphs: readonly string[]): string => paragraphs.join("\n\n");

/** Words of one meaning, for a light rewording. */
const REWORDED: Readonly<Record<string, string>> = {
  said: "stated",
  also: "too",
  because: "since",
  but: "yet",
  after: "following",
  about: "roughly",
  many: "numerous",
  big: "large",
  new: "fresh",
  people: "persons",
  would: "will",
  could: "might",
  including: "among them",
  however: "still",
  while: "as",
  before: "ahead of",
  more: "further",
  according: "going",
  make: "create",
  help: "aid",
  first: "initial",
  last: "previous",
  can: "may",
  used: "employed",
  told: "informed",
  just: "only",
  get: "obtain",
  show: "display",
};

function reword(text: string): string {
  return text.replace(/\p{L}+/gu, (word) => {
    const other = REWORDED[word];
    return other === undefined ? word : other;
  });
}

const ADDED =
  "Residents who gathered outside the hall on the evening of the announcement had mixed views of it, and several of them asked for a longer public hearing before anything is decided by the board.";
const ABOVE =
  "Sign up for our morning briefing\n\nAdvertisement: story continues below\n\nBy a staff writer";
const BELOW =
  "This story was updated with further details. Download our app for alerts and listen to the daily podcast on any device.\n\nCopyright. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.";

/** Each takes the article and, for the merged pair, an unrelated one. */
export const EDITS: Readonly<Record<string, Edit>> = {
  headline: ({ text }) => ({ title: "What is known so far of the day's main story", text }),
  "cut tail": ({ title, text }) => {
    const paragraphs = paragraphsOf(text);
    return { title, text: joinParagraphs(paragraphs.slice(0, Math.ceil(paragraphs.length * 0.4))) };
  },
  "two paragraphs gone": ({ title, text }) => {
    const paragraphs = paragraphsOf(text);
    const gone = new Set([
      Math.floor(paragraphs.length / 3),
      Math.floor((2 * paragraphs.length) / 3),
    ]);
    return { title, text: joinParagraphs(paragraphs.filter((_, index) => !gone.has(index))) };
  },
  typographic: ({ title, text }) => ({
    title,
    text: text
      .replace(/"([^"\n]*)"/g, "“$1”")
      .replace(/[’‘]/g, "'")
      .replace(/(\w)'(\w)/g, "$1’$2")
      .replace(/ - | — /g, " – ")
      .replace(/ (\d)/g, "\u00a0$1")
      .replaceAll("\n\n", "\n"),
  }),
  "boilerplate around": ({ title, text }) => ({ title, text: `${ABOVE}\n\n${text}\n\n${BELOW}` }),
  "paragraph added": ({ title, text }) => {
    const paragraphs = paragraphsOf(text);
    return {
      title,
      text: joinParagraphs(paragraphs.toSpliced(Math.ceil(paragraphs.length / 2), 0, ADDED)),
    };
  },
  "merged pair": ({ title, text }, other) => ({ title, text: `${text}\n\n${other.text}` }),
  "light rewording": ({ title, text }) => ({ title, text: reword(text) }),
};
