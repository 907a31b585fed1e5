import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makePlace, type Place, runProgram } from "../run-program.ts";

const FILES = {
  "corpus/gazette.md": `---
title: The pier at Brone
publisher: Hill Gazette
published: 2024-03-02
---

The pier at Brone is leaning, Mayor Ada Roe told Reuters on Friday. “The pier will not last a winter,” she said.

Ivo Lind, a boat builder, said the pier is as safe as any in the north.

Harbour officials said the pier was inspected in May.
`,
  "corpus/courier.md": `---
title: Brone asks for money
publisher: Tidewater Courier
---

The repair of the pier would cost nine million crowns, Mayor Roe said.

Documents obtained by the Tidewater Courier show that the harbour ministry said the pier was unsafe in 2019.
`,
};
const QUESTION = "Is the pier safe?";

function makeBrone(): Place {
  return makePlace(FILES);
}

async function ask(place: Place, ...args: readonly string[]): Promise<string> {
  return unwrap((await runProgram(place, ["ask", "-q", ...args])).stdout);
}

/** The words of a screen, however its lines end. */
function unwrap(screen: string): string {
  return screen.replaceAll(/\s+/g, " ");
}

describe("--speaker", () => {
  test("answers with that person's words alone, found by surname", async () => {
    const said = await ask(makeBrone(), QUESTION, "--speaker", "Roe");
    expect(said).toContain("The pier will not last a winter");
    expect(said).toContain("Hill Gazette, 2 March 2024 ← Reuters ← Mayor Ada Roe:");
    expect(said).not.toContain("boat builder");
  });

  test("finds a role and a body as well as a name", async () => {
    const place = makeBrone();
    expect(await ask(place, QUESTION, "--speaker", "officials")).toContain("inspected in May");
    const ministry = await ask(place, QUESTION, "--speaker", "harbour ministry");
    expect(ministry).toContain("Tidewater Courier ← Documents ← the harbour ministry:");
  });

  test("says who does speak where nobody of that name does, and exits 1", async () => {
    const place = makeBrone();
    const { stdout, code } = await runProgram(place, ["ask", QUESTION, "--speaker", "Elin Sorn"]);
    const words = unwrap(stdout);
    expect(words).toContain("no sentence is said by Elin Sorn");
    expect(words).toMatch(/Who speaks there: .*Ada Roe/);
    expect(words).toMatch(/Who speaks there: .*Ivo Lind/);
    expect(code).toBe(1);
  });

  test("gives speaker, manner and chain in JSON, each at its place in the article", async () => {
    const printed = await ask(makeBrone(), QUESTION, "--speaker", "Ada Roe", "--json");
    const { quotes, searched } = JSON.parse(printed);
    expect(searched.filters).toEqual({ speakers: ["Ada Roe"] });
    expect(quotes.length).toBeGreaterThan(0);
    for (const { articleId, speaker, manner, chain } of quotes) {
      const text = Object.entries(FILES).find(([path]) => path.endsWith(articleId))?.[1] ?? "";
      expect(["quotation", "reported"]).toContain(manner);
      expect(speaker.name).toContain("Roe");
      expect(chain.length).toBeGreaterThan(0);
      for (const { words, start, end } of chain) expect(text.slice(start, end)).toBe(words);
    }
  });

  test("holds for the questions after /filter speaker in a conversation", async () => {
    const input = `/filter speaker Lind\n${QUESTION}\n`;
    const { stdout } = await runProgram(makeBrone(), ["chat", "-q"], { input });
    expect(unwrap(stdout)).toContain("as safe as any in the north");
    expect(unwrap(stdout)).not.toContain("not last a winter");
  });
});

describe("what somebody says", () => {
  test("is looked for among their own words", async () => {
    const said = await ask(makeBrone(), "What does Ivo Lind say about the pier?");
    expect(said).toContain("as safe as any in the north");
    expect(said).not.toContain("not last a winter");
  });

  test("is found for a body whom papers tell of", async () => {
    const said = await ask(makeBrone(), "What did the ministry say about the pier?");
    expect(said).toContain("the pier was unsafe in 2019");
  });

  test("is proved by an export that names the speaker before the quote", async () => {
    const place = makeBrone();
    const args = ["ask", QUESTION, "--speaker", "Lind", "--format", "markdown", "-o", "-"];
    const markdown = (await runProgram(place, args)).stdout;
    writeFileSync(join(place.folder, "said.md"), markdown);
    const { stdout, code } = await runProgram(place, ["verify", "said.md", "--strict"]);
    expect(markdown).toMatch(/Hill Gazette, 2 March 2024:\n\n> “Ivo Lind, a boat builder, said/);
    expect(stdout).toContain("1 quote: 1 verified");
    expect(code).toBe(0);
  });
});

test("two articles that have a figure from one person are one voice for it", async () => {
  const place = makePlace({
    "corpus/one.md":
      "---\npublisher: Hill Gazette\n---\n\nForty boats a month leave the port of Brone, Colonel Maren Holt said on Sunday.\n",
    "corpus/two.md":
      "---\npublisher: Tidewater Courier\n---\n\nCol. Maren E. Holt told reporters that forty boats a month leave the port of Brone.\n",
  });
  const question = "How many boats leave the port of Brone each month?";
  const told = unwrap((await runProgram(place, ["compare", question])).stdout);
  expect(told).toMatch(/2 articles, one speaker: \S+ Maren (?:E\. )?Holt/);
  expect(told).not.toContain("independent sources");
  const { stdout } = await runProgram(place, ["compare", question, "--json"]);
  expect(JSON.parse(stdout).comparison.positions[0]).toMatchObject({
    independent: 1,
    sharedSpeaker: { articles: 2, isAlone: true },
  });
});
