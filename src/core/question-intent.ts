// How a question was understood: one reading, made once; nothing later looks at its words again.

/** "Summarize what the articles say of the ferry." */
export interface SummaryRequest {
  /** Stems of what the articles are to be about; empty where whatever was searched is meant. */
  readonly subject: readonly string[];
  /** The words that the subject was read from, to search with. */
  readonly words: string;
  /** One article is asked for. */
  readonly isOne: boolean;
}

/** "What does Ada Roe say about the pier?" → Ada Roe, the pier. */
export interface AskedSpeaker {
  readonly name: string;
  /** Empty where nothing but the speaker is asked about. */
  readonly subject: string;
}

export type IssueKind = "amount" | "date" | "name" | "polarity" | "speaker";

/** What kind of value answers: "How many eels died?" → an amount of eels. */
export interface Issue {
  /** Absent where the question's form does not tell: the answer then does. */
  readonly kind?: IssueKind;
  /** What the amount must measure, as in `english/measures.ts`; any where absent. */
  readonly dimension?: string;
  /** Stems of what is counted: "how many young eels" → young, eel. */
  readonly counted: ReadonlySet<string>;
  /** A reason or a manner is asked for, which is no value. */
  readonly isOfReason: boolean;
  /** More is asked than one value answers: "how many died, and who was arrested". */
  readonly isOfSeveral: boolean;
  /** One alone can be the answer: who won, where it stands. */
  readonly isSole: boolean;
  /** Stems of the words of the statement that is asked about, verbs brought to one form. */
  readonly stems: readonly string[];
  /** Folded words of the question. */
  readonly words: ReadonlySet<string>;
}

/** A content word of the question, once. */
export interface AskedTerm {
  /** As typed. */
  readonly text: string;
  readonly stem: string;
  /** Written as a name: a capital away from the beginning of the question. */
  readonly isName: boolean;
}

export interface AskedThing {
  readonly text: string;
  readonly stems: ReadonlySet<string>;
}

/** A thing that its number tells from others of its kind: "flight 313" → flight, 313. */
export interface Designation {
  readonly stem: string;
  readonly number: string;
}

export interface QuestionIntent {
  /** What is searched for: the whole question, or what a summary is to be about. */
  readonly words: string;
  /** Every item is wanted, not the best answer alone. */
  readonly wantsAll: boolean;
  /** It names several things at length: each word is worth more than the reader, which has seen short questions. */
  readonly isCompound: boolean;
  /** What a compound question names: "the report on Brone | while the Courier told of the ferry". */
  readonly things: readonly AskedThing[];
  readonly terms: readonly AskedTerm[];
  readonly designations: readonly Designation[];
  /** Phrases in quotation marks: they must be there word for word. */
  readonly phrases: readonly string[];
  readonly issue: Issue;
  /** Whose words are asked for; absent where anybody's are. */
  readonly speaker?: AskedSpeaker;
  readonly summary?: SummaryRequest;
}
