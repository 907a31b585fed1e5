import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makePlace, type Place, runProgram } from "../run-program.ts";

const COST =
  "The harbour board of Alder Bay said on Tuesday that repairs of the pier would cost 14 million crowns and that the pier would stay closed until the end of next year at least.";
const WIRE = [
  "ALDER BAY (Reuters) - The northern pier fell into the harbour on Monday after weeks of storms, and nine workers were hurt when the deck gave way beneath them.",
  "Engineers had warned the harbour board in March that the steel piles were corroded, according to a survey that nobody published at the time.",
  COST,
  "Ferries to the outer islands now leave from the coal quay, where passengers wait in the open because the shelters stood on the pier that fell.",
].join("\n\n");
const QUAY =
  "Islanders queued for two hours on the coal quay, which was built for barges a century ago and has neither a roof nor a bench for those who wait.";
const MARSHALS =
  "The ferry company has asked the town for tents. It has hired two marshals, and has put a timetable on a lamp post.";

function file(publisher: string, ...paragraphs: readonly string[]): string {
  const head = `title: ${publisher} on the pier\npublisher: ${publisher}\npublished: 2024-05-08`;
  return `---\n${head}\n---\n\n${paragraphs.join("\n\n")}\n`;
}

async function listGroups(place: Place): Promise<readonly (readonly string[])[]> {
  const { stdout } = await runProgram(place, ["articles", "--duplicates", "--json"]);
  const { groups } = JSON.parse(stdout);
  return groups.map(({ articles }: { articles: readonly { articleId: string }[] }) =>
    articles.map(({ articleId }) => articleId),
  );
}

test("groups of copies follow each article that is added, changed or taken away", async () => {
  const place = makePlace({ "corpus/one.md": file("Brone Times", WIRE) });
  const two = join(place.folder, "corpus/two.md");
  expect(await listGroups(place)).toEqual([]);

  writeFileSync(two, file("Eastmere Herald", WIRE));
  expect(await listGroups(place)).toEqual([["one.md", "two.md"]]);

  writeFileSync(join(place.folder, "corpus/three.md"), file("Island Gazette", WIRE, QUAY));
  expect(await listGroups(place)).toEqual([["one.md", "three.md", "two.md"]]);

  writeFileSync(two, file("Eastmere Herald", QUAY, MARSHALS));
  expect(await listGroups(place)).toEqual([["one.md", "three.md"]]);

  rmSync(join(place.folder, "corpus/one.md"));
  expect(await listGroups(place)).toEqual([]);
});

test("a paragraph that two articles share is one voice in every form of the answer", async () => {
  const place = makePlace({
    "corpus/wire.md": file("Brone Times", WIRE),
    "corpus/quay.md": file("Island Gazette", QUAY, COST, MARSHALS),
  });
  const question = ["How much would repairs of the pier cost?"];
  const line = "2 articles, 1 independent: both carry the same passage";
  const asked = await runProgram(place, ["compare", ...question]);
  expect(asked.stdout).toContain(`Sources: ${line}`);
  expect(asked.stdout).toContain("shares a paragraph with quay.md");

  const narrow = { ...place, environment: { ...place.environment, COLUMNS: "40" } };
  const { stdout } = await runProgram(narrow, ["compare", ...question]);
  expect(stdout.replaceAll(/\s+/g, " ")).toContain(line);

  const json = JSON.parse((await runProgram(place, ["compare", ...question, "--json"])).stdout);
  expect(json).toMatchObject({
    independentSources: 1,
    oneVoice: [{ because: "same-passage", name: null }],
    comparison: { independent: 1 },
  });
  const [reuse] = json.sources[0].reuses;
  expect(reuse).toMatchObject({ paragraphs: 1, passages: [{ words: 34 }] });

  for (const name of ["answer.md", "answer.html"]) {
    await runProgram(place, ["ask", ...question, "-o", name]);
    const verified = await runProgram(place, ["verify", name, "--strict"]);
    expect(verified.code).toBe(0);
  }
});
