// A query as LanceDB's client sends it over the wire → what a table on the disk answers.

import { MatchQuery, Operator, PhraseQuery, type Table } from "@lancedb/lancedb";

export type Body = Readonly<Record<string, unknown>>;

export function queryTable(table: Table, body: Body): Promise<unknown> {
  const vector = body["vector"] as readonly number[] | undefined;
  const isDense = vector !== undefined && vector.length > 0;
  const wanted = isDense ? table.vectorSearch([...vector]) : table.query();
  if (isDense) {
    const search = wanted as ReturnType<Table["vectorSearch"]>;
    search
      .distanceType(body["distance_type"] as "cosine")
      .refineFactor(Number(body["refine_factor"] ?? 1));
  }
  const words = readWords(body["full_text_query"]);
  if (words !== undefined) wanted.fullTextSearch(words);
  if (typeof body["filter"] === "string") wanted.where(body["filter"]);
  const columns = body["columns"] as string[] | undefined;
  if (columns !== undefined) wanted.select(columns);
  const order = (body["order_by"] ?? []) as readonly AskedOrder[];
  if (order.length > 0) {
    wanted.orderBy(
      order.map(({ column_name: columnName, ascending, nulls_first: nullsFirst }) => ({
        columnName,
        ascending,
        nullsFirst,
      })),
    );
  }
  const limit = Number(body["k"]);
  if (limit < 1e9) wanted.limit(limit);
  return wanted.toArrow();
}

interface AskedOrder {
  readonly column_name: string;
  readonly ascending: boolean;
  readonly nulls_first: boolean;
}

interface AskedWords {
  readonly terms: string;
  readonly column: string;
  readonly operator?: string;
  readonly fuzziness?: number;
  readonly prefix_length?: number;
}

function readWords(asked: unknown): MatchQuery | PhraseQuery | undefined {
  const { match, phrase } = (asked as { query?: Record<string, AskedWords> })?.query ?? {};
  if (match !== undefined) {
    return new MatchQuery(match.terms, match.column, {
      operator: /^and$/i.test(match.operator ?? "") ? Operator.And : Operator.Or,
      fuzziness: match.fuzziness ?? 0,
      prefixLength: match.prefix_length ?? 0,
    });
  }
  return phrase && new PhraseQuery(phrase.terms, phrase.column);
}
