import { expect, test } from "vitest";
import { makePlace, runProgram } from "../run-program.ts";

const FILES = {
  "corpus/ferry.txt":
    "Harbour reopens\n\nThe ferry to Orlen sails again on Monday, the port said.\n",
  "drafts/good.md": "The port wrote: “The ferry to Orlen sails again on Monday”.\n",
  "drafts/bad.md": "The port wrote: “The ferry to Orlen sails again on Friday”.\n",
};

test("verify exits 0 when every quote stands and needs no index", async () => {
  const { code, stdout } = await runProgram(makePlace(FILES), ["verify", "drafts/good.md"]);

  expect(stdout).toContain("drafts/good.md: 1 quote: 1 verified");
  expect(code).toBe(0);
});

test("verify exits 1 when one does not, and takes patterns", async () => {
  const { code, stdout } = await runProgram(makePlace(FILES), ["verify", "drafts/*.md"]);

  expect(stdout).toContain("drafts/bad.md:1:17: altered");
  expect(stdout).toContain("drafts/good.md: 1 quote: 1 verified");
  expect(code).toBe(1);
});

test("verify reads standard input and prints JSON", async () => {
  const input = FILES["drafts/bad.md"];
  const { code, stdout } = await runProgram(makePlace(FILES), ["verify", "-", "--json"], { input });

  expect(JSON.parse(stdout)).toMatchObject({ passed: false, articles: 1 });
  expect(code).toBe(1);
});

test("verify exits 2 for a file that is not there and for an unknown format", async () => {
  const place = makePlace(FILES);

  expect((await runProgram(place, ["verify", "none.md"])).code).toBe(2);
  expect((await runProgram(place, ["verify", "drafts/good.md", "--format", "csv"])).code).toBe(2);
});
