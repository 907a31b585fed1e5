import { expect, test } from "vitest";
import { PullquoteError } from "../../src/core/errors.ts";

test("an error carries what happened, the fix and its cause", () => {
  const cause = new Error("ENOENT");
  const error = new PullquoteError({ code: "no-corpus", message: "No folder.", hint: "x", cause });
  expect(error).toMatchObject({ code: "no-corpus", message: "No folder.", hint: "x", cause });
});
