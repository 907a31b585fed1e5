import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { makePlace, type Place, runProgram } from "../run-program.ts";

const article = (title: string, publisher: string, published: string, text: string): string =>
  `---\ntitle: ${title}\npublisher: ${publisher}\npublished: ${published}\n---\n\n${text}\n`;

const DATED = {
  "corpus/gull.txt": article(
    "Divers' pay falls again",
    "Quay Courier",
    "2016-04-26",
    "Divers of the northern port are paid $40 a month, the harbour office said on Monday.\n\nThe port lost nine divers last week.\n\nThe strikes began on 4 March 2016, when the cranes were stopped.",
  ),
  "corpus/heron.txt": article(
    "Divers are paid well",
    "Hill Gazette",
    "2014-09-02",
    "Divers of the northern port are paid $90 a month, a clerk said.\n\nThe port had 40 divers before the strikes. In 2013 the port lost two divers.",
  ),
  "corpus/knot.txt": article(
    "The harbour was widened",
    "Tidewater News",
    "2017-01-09",
    "The harbour was widened for larger ships. The old lighthouse was painted white.",
  ),
};
const UNDATED = {
  "corpus/gull.txt":
    "Divers of the port\n\nDivers of the northern port are paid $40 a month. The port has nine divers.\n",
  "corpus/heron.txt": "The lighthouse\n\nThe lighthouse was painted white on Tuesday.\n",
};

interface Asked {
  readonly code: unknown;
  readonly stderr: string;
  readonly answer: {
    readonly kind: string;
    readonly understood?: string;
    readonly quotes: readonly { readonly text: string; readonly times: unknown }[];
    readonly time: Readonly<Record<string, unknown>> | null;
  };
}

async function ask(place: Place, ...words: readonly string[]): Promise<Asked> {
  const { code, stdout, stderr } = await runProgram(place, ["ask", ...words, "--json"]);
  return { code, stderr, answer: JSON.parse(stdout) };
}
const textsOf = ({ answer }: Asked): string[] => answer.quotes.map(({ text }) => text);

describe("a question for the present", () => {
  test("puts the newest article first and says that it is, and what is later", async () => {
    const place = makePlace(DATED);
    const question = "How much are the port's divers paid now?";
    const asked = await ask(place, question);
    expect(textsOf(asked)[0]).toContain("$40 a month");
    expect(textsOf(asked).join()).toContain("$90 a month");
    expect(asked.answer.understood).toBeUndefined();
    expect(asked.answer.time).toMatchObject({
      kind: "present",
      asked: "now",
      newest: { articleId: "gull.txt", published: "2016-04-26" },
      later: 1,
      undated: 0,
    });
    const { stdout } = await runProgram(place, ["ask", question]);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain(
      "“now”: as of 26 April 2016, the newest article that says so (Quay Courier: Divers' pay falls again); the one later article was not found to say it.",
    );
  });

  test("guesses no day where no article has one", async () => {
    const { stdout } = await runProgram(makePlace(UNDATED), [
      "ask",
      "How much are the port's divers paid now?",
    ]);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain(
      "“now”: no article quoted has a known date, so which of them is the newest cannot be told.",
    );
  });
});

describe("a question for some days", () => {
  test("quotes only what is told of them and counts what is left out", async () => {
    const place = makePlace(DATED);
    const asked = await ask(place, "How many divers did the port lose in 2013?");
    expect(textsOf(asked)).toEqual(["In 2013 the port lost two divers."]);
    expect(asked.answer.time).toMatchObject({
      kind: "window",
      from: "2013-01-01",
      to: "2013-12-31",
      basis: "told",
    });
    expect(asked.answer.time?.["leftOut"]).toBeGreaterThan(0);
  });

  test("counts last week from --as-of, and from today without it", async () => {
    const place = makePlace(DATED);
    const question = "How many divers did the port lose last week?";
    const then = await ask(place, question, "--as-of", "2016-04-28");
    expect(textsOf(then)).toEqual(["The port lost nine divers last week."]);
    expect(then.answer.time).toMatchObject({ from: "2016-04-18", to: "2016-04-24" });
    const now = await ask(place, question);
    expect(now.code).toBe(1);
    expect(now.answer.time?.["today"]).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(now.answer.time).toMatchObject({ newest: { published: "2017-01-09" } });
  });

  test("shows what nobody can place in time only as that", async () => {
    const asked = await ask(makePlace(UNDATED), "How much were the port's divers paid in 2014?");
    expect(textsOf(asked)[0]).toContain("$40 a month");
    expect(asked.answer.time).toMatchObject({ basis: "untold", undated: 1 });
  });
});

describe("a question for the time before an event", () => {
  test("quotes the day that an article gives for it and leaves out what is later", async () => {
    const asked = await ask(
      makePlace(DATED),
      "How many divers did the port have before the strikes?",
    );
    expect(textsOf(asked)[0]).toMatch(/^The port had 40 divers before the strikes\./);
    expect(textsOf(asked)[1]).toContain("The strikes began on 4 March 2016");
    expect(asked.answer.time).toMatchObject({
      to: "2016-03-03",
      event: { words: "the strikes", relation: "before", quotes: [2], saying: [1] },
    });
  });

  test("says so where no article gives a day for it", async () => {
    const { stdout } = await runProgram(makePlace(DATED), [
      "ask",
      "How much are the port's divers paid after the election?",
    ]);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain(
      "“after the election”: no article searched was found to say when “the election” took place, so nothing was left out for its time.",
    );
  });
});

describe("--as-of", () => {
  const question = "How much are the port's divers paid?";

  test("answers with what was published by then", async () => {
    const asked = await ask(makePlace(DATED), question, "--as-of", "2015-01-01");
    expect(textsOf(asked).join()).toContain("$90");
    expect(textsOf(asked).join()).not.toContain("$40");
  });

  test("leaves nothing where no article has a date, and says why", async () => {
    const asked = await ask(makePlace(UNDATED), question, "--as-of", "2015-01-01");
    expect(asked.code).toBe(1);
    expect(asked.stderr).toContain("2 articles without a known date left out by --as-of");
  });

  test("takes a day to come, that leaves all dated articles", async () => {
    const asked = await ask(makePlace(DATED), question, "--as-of", "2190-01-01");
    expect(textsOf(asked).join()).toContain("$40");
  });

  test.each(["yesterday", "2015-02-31", "3/4/2016"])("refuses %s, and says how", async (day) => {
    for (const command of ["ask", "compare", "timeline"]) {
      const { code, stderr } = await runProgram(makePlace(DATED), [
        command,
        question,
        "--as-of",
        day,
      ]);
      expect(code).toBe(2);
      expect(stderr).toContain(day);
      expect(stderr).toMatch(/YYYY-MM-DD|2016-/);
    }
  });

  test("holds in a comparison, and between the lines of a chat", async () => {
    const place = makePlace(DATED);
    const compared = await runProgram(place, ["compare", question, "--as-of", "2015-01-01"]);
    expect(compared.stdout).toContain("$90");
    expect(compared.stdout).not.toContain("$40");
    const { stdout } = await runProgram(place, ["chat", "--as-of", "2016-04-28"], {
      input: "How many divers did the port lose last week?\n",
    });
    expect(stdout).toContain("nine divers last week");
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("18 to 24 April 2016");
  });
});

test("an export that was asked with words of time is proved, and replays as of its own day", async () => {
  const place = makePlace(DATED);
  const question = "How many divers did the port lose last week?";
  for (const [name, words] of [
    ["now.md", ["How much are the port's divers paid now?"]],
    ["then.md", [question, "--as-of", "2016-04-28"]],
    ["before.md", ["How many divers did the port have before the strikes?"]],
    ["then.html", [question, "--as-of", "2016-04-28"]],
  ] as const) {
    await runProgram(place, ["ask", ...words, "-o", name]);
    const verified = await runProgram(place, ["verify", name]);
    expect(verified.code, verified.stdout).toBe(0);
    const replayed = await runProgram(place, ["replay", name]);
    expect(replayed.stdout).toContain("1 question: answered as before.");
  }
  const exported = readFileSync(join(place.folder, "then.md"), "utf8");
  expect(exported).toContain('"today": "2016-04-28"');
  const schema = JSON.parse(readFileSync("docs/schemas/answer.schema.json", "utf8"));
  const validate = new Ajv2020({ strict: false }).compile(schema);
  const { stdout } = await runProgram(place, ["ask", question, "--json"]);
  expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true);
});

test("a quote tells when it was published, when it was said and when it happened, each by its span", async () => {
  const place = makePlace(DATED);
  const asked = await ask(
    place,
    "How many divers did the port lose last week?",
    "--as-of",
    "2016-04-28",
  );
  const text = DATED["corpus/gull.txt"];
  const start = text.indexOf("last week");
  expect(asked.answer.quotes[0]?.times).toEqual({
    published: "2016-04-26",
    said: [],
    happened: [{ text: "last week", start, end: start + 9, from: "2016-04-18", to: "2016-04-24" }],
  });
});
