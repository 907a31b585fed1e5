// A text → the file of an article, as it would have been read.

import type { SourceText } from "../../src/model/article.ts";

export const makeSource = (text: string): SourceText => ({
  id: "a.txt",
  path: "a.txt",
  text,
  sha256: "",
  textSha256: "",
  size: 1,
  modified: 1,
});
