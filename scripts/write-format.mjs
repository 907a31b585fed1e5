// The program's tables → what docs/index-format.md says of them: version, columns, types, full-text indexes, the built-in embedder.

import {
  ARTICLE_TABLE,
  DERIVED_COLUMNS,
  OPTIONAL_COLUMNS,
  PASSAGE_TABLE,
  TRACE_TABLE,
} from "../dist/adapters/lancedb/columns.js";
import { loadLance } from "../dist/adapters/lancedb/load-lance.js";
import { describeColumns, FULL_TEXT } from "../dist/adapters/lancedb/tables.js";
import { SCHEMA_VERSION } from "../dist/core/index-state.js";

const TABLES = { articles: ARTICLE_TABLE, passages: PASSAGE_TABLE, traces: TRACE_TABLE };

const MEANINGS = {
  articles: {
    id: "the file's path below the corpus, with `/`; `file#part` where a file holds several articles",
    status: "`indexed`; rows of another status are passed over",
    path: "the file as the machine names it",
    sha256: "of the file's bytes, lower-case hex",
    text_sha256: "of the UTF-8 bytes of the article's text, lower-case hex",
    size: "bytes of the file",
    modified: "last change of the file or of its entry, milliseconds since 1970, fractions kept",
    file: "the file's id; that of the article where it is the whole file",
    passages: "how many it has: at least 1",
    words: "how many its passages have",
    metadata: "JSON, see below; `{}` where nothing is known",
    lineage: "samples of its words, by which copies are found; empty where there are none",
    publisher: "folded names, of the article and of the report that it is about, one a line",
    author: "the same of its authors",
    published: "ISO 8601 day or time; null where it is not known",
    names: "its id and title, folded, one a line",
    name_words: "the words of its names and their stems",
    digest: "of the row, see below",
  },
  passages: {
    id: "the article's id, `#`, and the position",
    article_id: "the article",
    article_sha256: "its `sha256`",
    position: "counts the article's passages from 0",
    span_start: "first UTF-16 code unit in the article's text",
    span_end: "the one behind the last",
    text: "the article's text from `span_start` to `span_end`",
    searchable: "names, month and text, without accents, as full-text search reads them",
    sentences:
      "start and end of each sentence in turn, in the article's text, in order, inside the passage",
    vector: "the embedder's for the text, of length 1",
    sentence_vectors:
      "those of the sentences, one after another, 8 bits a number; empty where there are none",
    publisher: "as the article's",
    author: "as the article's",
    published: "as the article's",
    digest: "of the row, see below",
    vector_digest: "of the vector, see below",
  },
  traces: {
    trace: "one number of the article's `lineage`; 2³² and more is of its second sample",
    article_id: "the article",
  },
};

const table = (head, rows) =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** `FixedSizeList[7]<Float32>` → with the name of the number that is the embedder's. */
const nameType = (type) => `\`${String(type).replace("[7]", "[dimensions]")}\``;

function whoMakes(name, column) {
  if (DERIVED_COLUMNS[name]?.includes(column)) return "no: made anew";
  return OPTIONAL_COLUMNS[name]?.includes(column) ? "no: then there are none" : "yes";
}

export async function writeColumns() {
  const library = await loadLance();
  const parts = Object.entries(TABLES).map(([name, columns]) => {
    const rows = describeColumns(library, columns, 7).fields.map((field) => {
      const meaning = MEANINGS[name][field.name];
      if (meaning === undefined) throw new Error(`${name}.${field.name} has no meaning here`);
      const needed = name === "traces" ? "no: made anew" : whoMakes(name, field.name);
      return [`\`${field.name}\``, nameType(field.type), needed, meaning];
    });
    const gone = Object.keys(MEANINGS[name]).find((column) => !(column in columns));
    if (gone !== undefined) throw new Error(`${name} has no column ${gone} any more`);
    return `### \`${name}\`\n\n${table(["Column", "Arrow type", "A shard must have it", "Holds"], rows)}`;
  });
  return parts.join("\n\n");
}

export const writeVersion = () => `The version of this form is **${SCHEMA_VERSION}**.`;

export function writeFullText() {
  const rows = Object.entries(FULL_TEXT).flatMap(([name, columns]) =>
    Object.entries(columns).map(([column, settings]) => [
      `\`${name}.${column}\``,
      Object.entries(settings)
        .map(([setting, value]) => `\`${setting}: ${value}\``)
        .join(", "),
    ]),
  );
  return table(["Column", "Settings of LanceDB's full-text index"], rows);
}
