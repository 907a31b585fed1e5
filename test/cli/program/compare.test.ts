import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makePlace, runProgram } from "../run-program.ts";

const FILES = {
  "corpus/gazette.md":
    "---\ntitle: =1+1\npublisher: Hill Gazette\n---\n\nThe toll on the Marrow Bridge is six crowns a day, the council said. It was built of oak.\n",
  "corpus/courier.md":
    "---\ntitle: A dear bridge\npublisher: Tidewater Courier\n---\n\nThe toll on the Marrow Bridge is nine crowns a day, drivers report. Nobody knows when it falls.\n",
};
const QUESTION = "How much is the toll on the Marrow Bridge?";

test("compare shows each position with its article", async () => {
  const place = makePlace(FILES);
  const { code, stdout } = await runProgram(place, ["compare", QUESTION]);

  expect(stdout).toContain("Where the sources differ");
  expect(stdout).toMatch(/six crowns a day – they contradict each other\n {2}.*Hill Gazette/);
  expect(stdout).toMatch(/nine crowns a day – they contradict each other\n {2}.*Tidewater Courier/);
  expect(code).toBe(0);
});

test("ask has the same block below its claims, and JSON has it too", async () => {
  const place = makePlace(FILES);

  expect((await runProgram(place, ["ask", QUESTION])).stdout).toContain("Where the sources differ");
  const { stdout } = await runProgram(place, ["ask", QUESTION, "--json"]);
  expect(JSON.parse(stdout)).toMatchObject({
    comparison: { verdict: "differ", independent: 2, positions: [{}, {}] },
  });
});

test("its Markdown is a table that verify proves", async () => {
  const place = makePlace(FILES);
  const { stdout } = await runProgram(place, ["compare", QUESTION, "--format", "markdown"]);
  writeFileSync(join(place.folder, "positions.md"), stdout);
  const verified = await runProgram(place, ["verify", "positions.md", "--strict"]);

  expect(stdout).toContain("| Value | Quote | Who says it | Article | Date | Why it differs |");
  expect(verified.stdout).toContain("2 quotes: 2 verified");
  expect(verified.code).toBe(0);
});

test("its CSV is a row a quote, and no field of it is a formula", async () => {
  const { stdout } = await runProgram(makePlace(FILES), ["compare", QUESTION, "--format", "csv"]);

  expect(stdout.trimEnd().split("\n")).toHaveLength(3);
  expect(stdout).toContain('"\'=1+1"');
  expect(stdout).not.toMatch(/(?:^|,)"\s*[=+@-]/m);
});

test("a question with nothing to compare exits 1, an unknown format 2", async () => {
  const place = makePlace(FILES);

  const nothing = await runProgram(place, ["compare", "Why do drivers complain?"]);
  expect(nothing.stdout).not.toContain("Where the sources");
  expect(nothing.code).toBe(1);
  expect((await runProgram(place, ["compare", QUESTION, "--format", "xml"])).code).toBe(2);
});

test("what one article alone says beside an answer leaves no number without a quote", async () => {
  const place = makePlace({
    "corpus/line.txt":
      "The Orlen line\n\nThe Orlen line is set to open on 24 May, the operator said. It was planned to open in December 2018.\n",
  });
  const asked = await runProgram(place, ["ask", "When will the Orlen line open?", "--json"]);
  const { quotes, claims, comparison } = JSON.parse(asked.stdout);
  const shown = [...claims, ...(comparison?.positions ?? [])];
  const cited = new Set(
    shown.flatMap(({ citations = [], quotes: own = [] }) => [...citations, ...own]),
  );

  expect(comparison?.verdict).not.toBe("alone");
  expect(quotes.map(({ number }: { number: number }) => number)).toEqual([...cited].sort());
  await runProgram(place, ["ask", "When will the Orlen line open?", "-o", "a.md"]);
  expect((await runProgram(place, ["verify", "a.md"])).stdout).not.toContain("not shown");
});

const FERRY = {
  "corpus/post.md":
    "---\ntitle: The Lark\npublisher: Tide Post\ndate: 2031-04-03\n---\n\nThe ferry Lark was overloaded, a crew member, Ivo Lind, said. Nineteen people died when the ferry Lark sank. The owner, Holt Lines, denied that the ferry was overloaded.\n",
  "corpus/courier.md":
    "---\ntitle: The toll\npublisher: Eastmere Courier\ndate: 2031-04-04\n---\n\nRumours in the port say that 60 people died when the Lark sank. In 2024 another ferry sank near Oldham and 33 people died.\n",
};

test("who says something is told by speaker, with who says otherwise, and verify proves it", async () => {
  const place = makePlace(FERRY);
  const question = "Who says that the ferry was overloaded?";
  const { stdout, code } = await runProgram(place, ["compare", question, "--json"]);
  const exported = await runProgram(place, ["compare", question, "--format", "markdown"]);
  writeFileSync(join(place.folder, "said.md"), exported.stdout);
  const verified = await runProgram(place, ["verify", "said.md", "--strict"]);

  expect(JSON.parse(stdout).comparison).toMatchObject({
    verdict: "differ",
    positions: [
      { value: "Ivo Lind", stance: "affirms", reason: { kind: "contradiction" } },
      { value: "Holt Lines", stance: "denies", reason: { kind: "contradiction" } },
    ],
  });
  expect(code).toBe(0);
  expect(verified.stdout).toContain("2 quotes: 2 verified");
});

test("a rumour stays a rumour, and another year's toll is no position on this one", async () => {
  const { stdout } = await runProgram(makePlace(FERRY), [
    "compare",
    "How many people died when the Lark sank?",
    "--json",
  ]);
  const { positions } = JSON.parse(stdout).comparison;

  expect(positions).toHaveLength(2);
  expect(positions).toContainEqual(
    expect.objectContaining({ value: "Nineteen", hedge: null, days: null }),
  );
  expect(positions).toContainEqual(
    expect.objectContaining({ value: "60", hedge: "reported", days: null }),
  );
});

test("where no position can be read the nearest sentences are shown, and it exits 1", async () => {
  const { stdout, code } = await runProgram(makePlace(FERRY), [
    "compare",
    "Which company did Ivo Lind join?",
  ]);

  expect(stdout).toContain("The articles take no position that can be compared.");
  expect(stdout).toContain("Ivo Lind");
  expect(code).toBe(1);
});
