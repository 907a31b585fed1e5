// The port that makes prompts: a prompt's name and its fields → the messages for a model.

export interface PromptMessage {
  readonly role: "system" | "user" | "assistant";
  readonly text: string;
}

/**
 * A sentence as a prompt shows it: `number` is `S1`, `S2` …; `speaker` is who says it, where the sentence
 * itself does not name them, else empty; `text` is on one line.
 */
export interface PromptSentence {
  readonly number: string;
  readonly speaker: string;
  readonly text: string;
}

/** The sentences of one article, with what is known of it; absent fields are the empty string. */
export interface PromptArticle {
  readonly publisher: string;
  readonly published: string;
  readonly title: string;
  readonly sentences: readonly PromptSentence[];
}

/** Each prompt's fields: what a file in the prompt folder may use, and all of it. */
export interface PromptFields {
  readonly answer: {
    readonly question: string;
    readonly articles: readonly PromptArticle[];
    readonly first: string;
    readonly last: string;
  };
  readonly repair: {
    readonly question: string;
    readonly fault: string;
    readonly first: string;
    readonly last: string;
  };
  readonly "follow-up": {
    readonly question: string;
    readonly turns: readonly { readonly question: string }[];
  };
}

export type PromptName = keyof PromptFields;

export interface PromptRenderer {
  /** @throws PullquoteError `bad-prompt` when the prompt's file is missing or cannot be rendered */
  render<Name extends PromptName>(
    name: Name,
    fields: PromptFields[Name],
  ): Promise<readonly PromptMessage[]>;
}
