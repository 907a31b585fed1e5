import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { HARBOUR, MINI_CORPUS, QUESTION } from "../mini-corpus.ts";
import { makePlace, type Place, runProgram } from "../run-program.ts";

const DIFFERING = {
  "corpus/gull.txt":
    "Divers of the northern port\n\nThe port's divers are paid $60 a month. The lighthouse was painted in spring.\n",
  "corpus/heron.txt":
    "A season under water\n\nThe port's divers are paid $90 a month, a clerk of the harbour office said. The old crane was sold.\n",
};

async function exportAnswer(): Promise<Place> {
  const place = makePlace(MINI_CORPUS);
  const { code, stderr } = await runProgram(place, ["ask", QUESTION, "-o", "answer.md"]);
  expect(code, stderr).toBe(0);
  return place;
}

test("replay of an unchanged corpus exits 0 and says that the answer is as before", async () => {
  const place = await exportAnswer();
  const { code, stdout } = await runProgram(place, ["replay", "answer.md"]);

  expect(stdout).toContain("1 question: answered as before.");
  expect(code).toBe(0);
});

test("replay compares the sources again where the export did", async () => {
  const place = makePlace(DIFFERING);
  await runProgram(place, ["ask", "How much are the divers paid?", "-o", "pay.md"]);
  expect(readFileSync(join(place.folder, "pay.md"), "utf8")).toContain("Where the sources differ");
  const { code, stdout } = await runProgram(place, ["replay", "pay.md"]);

  expect(stdout).toContain("1 question: answered as before.");
  expect(code).toBe(0);
});

test("replay tells what a corrected article changes, exits 1, and prints what its schema says", async () => {
  const place = await exportAnswer();
  const corrected = HARBOUR.replace("40 percent", "55 percent").replace("in April", "in June");
  writeFileSync(join(place.folder, "corpus/harbour.txt"), corrected);
  const { code, stdout } = await runProgram(place, ["replay", "answer.md", "--json"]);
  const ajv = new Ajv2020({ strict: false });
  for (const name of ["answer", "verify", "replay"]) {
    const file = `${name}.schema.json`;
    ajv.addSchema({ ...JSON.parse(readFileSync(`docs/schemas/${file}`, "utf8")), $id: file });
  }

  expect(code).toBe(1);
  const printed = JSON.parse(stdout);
  expect(ajv.validate("replay.schema.json", printed), ajv.errorsText()).toBe(true);
  expect(printed.changed).toBe(true);
  expect(printed.questions[0].quotes.map(({ fate }: { fate: string }) => fate)).toContain(
    "reworded",
  );
});

test("replay exits 2 for a document without a proof, and for an article folder that is gone", async () => {
  const place = await exportAnswer();
  writeFileSync(join(place.folder, "draft.md"), "Nothing was proved.\n");
  const draft = await runProgram(place, ["replay", "draft.md"]);

  expect(draft.code).toBe(2);
  expect(draft.stderr).toContain("no proof block");
  rmSync(join(place.folder, "corpus"), { recursive: true });
  expect((await runProgram(place, ["replay", "answer.md"])).code).toBe(2);
});
