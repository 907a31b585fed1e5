// A number → that many invented articles as they are to be printed: their words, columns, hyphens, heads and footnotes.

export interface PrintedSentence {
  readonly text: string;
  readonly note?: string;
}

export interface PrintedArticle {
  readonly name: string;
  readonly tool: string;
  readonly columns: number;
  readonly size: number;
  readonly hyphens: boolean;
  readonly justify: boolean;
  readonly ligatures: boolean;
  readonly heads: boolean;
  readonly indent: boolean;
  readonly tagged: boolean;
  readonly title: string;
  readonly author: string;
  readonly running: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly paragraphs: readonly (readonly PrintedSentence[])[];
  }[];
}

const TOOLS = ["reportlab", "weasyprint", "typst", "chromium", "soffice"];
const NAMES = "Ada Roe|Jan Ost|Ivo Lind|Mara Vell|Tess Quill|Oren Falk|Ruth Sayle|Piet Kamm".split(
  "|",
);
const PLACES =
  "Tarnow Ferry|Ellmouth|Great Saffron|Fifehead|Lower Wick|Osterhaven|Affleck Bridge".split("|");
const SUBJECTS =
  "the harbour office|the regional conservatory|a first-floor committee|the flood defence authority|the well-known ferry operator|an affiliated laboratory|the part-time fire brigade|the fishery inspectorate|the cross-border commission|the twenty-three inhabitants|a self-appointed arbiter|the difficult municipal administration".split(
    "|",
  );
const VERBS =
  "confirmed|contradicted|acknowledged|underestimated|reconsidered|identified|overwhelmed|classified|simplified|reorganised|documented|characterised".split(
    "|",
  );
const OBJECTS =
  "the extraordinary circumstances of the flooding|a five-year agreement on navigation|the official figures for September|an unprecedented redistribution of responsibilities|the insufficient maintenance of 14 bridges|the long-term consequences for the fisheries|several contradictory recommendations|the so-called Saffron memorandum|an environmental assessment worth $1.5m|the municipality’s refrigeration warehouses|a non-binding declaration|the specification of the high-pressure boilers".split(
    "|",
  );
const TAILS =
  "although the inspectors had been notified|after a thirty-minute consultation|in spite of considerable opposition|because the infrastructure was deteriorating|while the investigation continued|before the well-prepared delegation arrived|despite an offer of half-finished flats|as the administrators subsequently explained".split(
    "|",
  );
const HEADINGS =
  "What the inspectors found|A difficult beginning|Figures and affidavits|Who is responsible|The ferry question|After the flood".split(
    "|",
  );

/** The articles are the same each time; those `from` another number on are others. */
export function inventArticles(count: number, from: number): readonly PrintedArticle[] {
  return Array.from({ length: count }, (_, at) => new Inventor(from + at).article());
}

class Inventor {
  readonly #at: number;
  #seed: number;

  constructor(at: number) {
    this.#at = at;
    this.#seed = at * 7919 + 17;
  }

  article(): PrintedArticle {
    const at = this.#at;
    const tool = TOOLS[at % TOOLS.length] ?? "";
    const variant = Math.floor(at / TOOLS.length);
    const place = this.#one(PLACES);
    const isTagged = tool === "reportlab" ? false : variant % 3 === 0;
    return {
      name: `${tool}-${String(variant).padStart(3, "0")}`,
      tool,
      columns: (variant % 3) + 1,
      size: [9, 10, 11][Math.floor(variant / 3) % 3] ?? 10,
      hyphens: variant % 5 !== 0,
      justify: variant % 4 !== 0,
      ligatures: variant % 2 === 0,
      heads: variant % 7 !== 0,
      indent: variant % 8 > 3,
      tagged: isTagged,
      title: `${this.#one(SUBJECTS)} and ${this.#one(OBJECTS)} in ${place}`.replace(
        /^\w/,
        (first) => first.toUpperCase(),
      ),
      author: this.#one(NAMES),
      running: `The ${place} Gazette, no. ${variant + 3}`,
      sections: Array.from({ length: 3 + (variant % 3) }, () => ({
        heading: this.#one(HEADINGS),
        paragraphs: Array.from({ length: 5 + this.#below(4) }, () => this.#paragraph(tool)),
      })),
    };
  }

  #paragraph(tool: string): readonly PrintedSentence[] {
    return Array.from({ length: 1 + this.#below(5) }, () => {
      const text = this.#sentence();
      const hasNote = tool !== "chromium" && this.#below(12) === 0;
      return hasNote ? { text, note: this.#sentence() } : { text };
    });
  }

  #sentence(): string {
    const subject = this.#one(SUBJECTS);
    const [verb, object, tail] = [this.#one(VERBS), this.#one(OBJECTS), this.#one(TAILS)];
    const opened = subject.replace(/^\w/, (first) => first.toUpperCase());
    const [name, place] = [this.#one(NAMES), this.#one(PLACES)];
    const day = `${1 + this.#below(28)} May ${1990 + this.#below(35)}`;
    switch (this.#below(6)) {
      case 0:
        return `“${opened} ${verb} ${object},” said ${name} of ${place}, “${tail}.”`;
      case 1:
        return `On ${day} ${subject} ${verb} ${object}, ${tail}.`;
      case 2:
        return `${name} ${verb} ${object} at ${place} — ${tail}.`;
      case 3:
        return `Did ${name} know that ${subject} ${verb} ${object}?`;
      case 4:
        return `${opened} ${verb} ${1 + this.#below(9000)} files (${tail}); ${subject} ${verb} ${object}.`;
      default:
        return `${opened} ${verb} ${object} ${tail}.`;
    }
  }

  #one(from: readonly string[]): string {
    return from[this.#below(from.length)] ?? "";
  }

  #below(end: number): number {
    this.#seed = (Math.imul(this.#seed ^ (this.#seed >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return Math.floor((((this.#seed ^ (this.#seed >>> 13)) >>> 0) / 4294967296) * end);
  }
}
