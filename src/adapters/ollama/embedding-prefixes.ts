// An embedding model's name → what it was trained to see before a passage and before a question.

export interface EmbeddingPrefixes {
  readonly passage: string;
  readonly question: string;
}

const PLAIN: EmbeddingPrefixes = { passage: "", question: "" };
const RETRIEVE = "Represent this sentence for searching relevant passages: ";

/** From the models' own cards; the first name that matches. */
const KNOWN: readonly (readonly [name: RegExp, prefixes: EmbeddingPrefixes])[] = [
  [/nomic-embed-text/, { passage: "search_document: ", question: "search_query: " }],
  [/mxbai-embed-large/, { passage: "", question: RETRIEVE }],
  [/snowflake-arctic-embed2/, { passage: "", question: "query: " }],
  [/snowflake-arctic-embed/, { passage: "", question: RETRIEVE }],
  [/bge-(small|base|large)/, { passage: "", question: RETRIEVE }],
  [/multilingual-e5|e5-(small|base|large)/, { passage: "passage: ", question: "query: " }],
  [
    /embeddinggemma/,
    { passage: "title: none | text: ", question: "task: search result | query: " },
  ],
  [
    /qwen3-embedding/,
    {
      passage: "",
      question: "Instruct: Given a question, retrieve passages that answer it\nQuery: ",
    },
  ],
];

export function findEmbeddingPrefixes(model: string): EmbeddingPrefixes {
  return KNOWN.find(([name]) => name.test(model))?.[1] ?? PLAIN;
}
