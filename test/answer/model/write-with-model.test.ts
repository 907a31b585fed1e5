import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { AnswerOutcome, AskEvent } from "../../../src/index.ts";
import { openLampDesk } from "../../stand-in/lamp-corpus.ts";
import { chatLine, endLine, say, startStandIn } from "../../stand-in/stand-in-server.ts";

const standIn = await startStandIn();
const desk = await openLampDesk(standIn);
afterAll(async () => {
  await desk.close();
  await standIn.close();
});
beforeEach(() => {
  standIn.chats.length = 0;
});

const QUESTION = "How many lamps did the harbour board buy?";

/** The number under which a sentence was sent, by some of its words. */
const numberOf = (words: string): string => {
  const sent =
    standIn.chats
      .at(-1)
      ?.messages.map(({ content }) => content)
      .join("\n") ?? "";
  return /^(S\d+): /.exec(sent.split("\n").find((line) => line.includes(words)) ?? "")?.[1] ?? "S0";
};

interface Wanted {
  readonly text: string;
  readonly words: string;
  readonly part?: string;
}

/** A reply in the asked format; sentences are named by some of their words. */
const claims = (...wanted: readonly Wanted[]): string =>
  JSON.stringify({
    claims: wanted.map(({ text, words, part }) => ({
      text,
      evidence: [numberOf(words)],
      ...(part !== undefined && { words: part }),
    })),
  });

const ask = async (reply: () => string, question = QUESTION): Promise<AnswerOutcome> => {
  standIn.script = (body, response) => say(reply())(body, response);
  return desk.assistant.ask(question);
};

const BOUGHT = { text: "The board bought 40 lamps.", words: "bought 40 lamps" };

describe("a model's claim", () => {
  test("that its sentence carries is shown with that sentence, inserted by the program", async () => {
    const outcome = await ask(() => claims(BOUGHT));
    expect(outcome).toMatchObject({ kind: "answer", writer: { name: "ollama:stand-in" } });
    if (outcome.kind !== "answer") return;
    expect(outcome.claims).toEqual([{ text: BOUGHT.text, citations: [1] }]);
    expect(outcome.quotes[0]?.text).toBe(
      "The harbour board bought 40 lamps on Friday after two boats ran aground in the dark.",
    );
  });

  test.each([
    ["number", "The board bought 45 lamps."],
    ["date", "The board bought 40 lamps on Tuesday."],
    ["name", "The Dovercliff board bought 40 lamps."],
    ["negation", "The board did not buy 40 lamps."],
    ["quotation", "The board bought 40 “splendid” lamps."],
  ])("with a foreign %s is rejected, with the reason", async (reason, text) => {
    const outcome = await ask(() => claims(BOUGHT, { text, words: "bought 40 lamps" }));
    expect(outcome.rejected).toMatchObject([{ text, reason }]);
    expect(JSON.stringify(outcome.kind === "answer" ? outcome.claims : [])).not.toContain(text);
  });

  test("without a sentence number that was sent does not appear", async () => {
    const outcome = await ask(() =>
      JSON.stringify({ claims: [{ text: "Lamps are nice.", evidence: ["S999"] }] }),
    );
    expect(outcome.rejected).toMatchObject([{ reason: "no-evidence" }]);
    expect(outcome.writer.name).toBe("extractive");
    expect(outcome.notes).toMatchObject([{ code: "fallback" }]);
  });

  test("may quote a part of a sentence by its words", async () => {
    const part = "bought 40 lamps on Friday";
    const outcome = await ask(() => claims({ ...BOUGHT, part }));
    expect(outcome.kind === "answer" && outcome.quotes[0]?.text).toBe(part);
  });

  test("gets the whole sentence when its part is not there, or leaves out a denial", async () => {
    const text = "The lamps do not work in fog.";
    const parted = { text, words: "not work in fog", part: "a pilot said on Monday" };
    const whole = { ...BOUGHT, part: "bought forty fine lamps there" };
    const outcomes = [
      await ask(() => claims(whole), "How many lamps did the board buy?"),
      await ask(() => claims(parted), "Do the lamps work in fog?"),
    ];
    const quotes = outcomes.flatMap((outcome) => (outcome.kind === "answer" ? outcome.quotes : []));
    expect(quotes.map((quote) => quote.text)).toEqual([
      "The harbour board bought 40 lamps on Friday after two boats ran aground in the dark.",
      "The new harbour lamps do not work in fog, a pilot said on Monday.",
    ]);
  });

  test("leaves its bare quote, under a plain lead-in, when others stand", async () => {
    const wrong = { text: "About 99 of the lamps have failed.", words: "15 of the 40 lamps" };
    const question = "How many lamps did the board buy, and how many of them failed?";
    const outcome = await ask(() => claims(BOUGHT, wrong), question);
    expect(outcome.kind === "answer" && outcome.claims.map(({ text }) => text)).toEqual([
      BOUGHT.text,
      expect.stringMatching(/^Northgate Courier.*:$/),
    ]);
  });
});

describe("a reply", () => {
  const good = () => claims(BOUGHT);
  test.each([
    ["in a code fence", () => `Sure!\n\`\`\`json\n${good()}\n\`\`\`\nHope this helps.`],
    ["after a thought", () => `<think>S9 says {"text": "nonsense"}</think>${good()}`],
    [
      "under wrong keys",
      () =>
        good()
          .replace("claims", "answer")
          .replace('"text"', '"statement"')
          .replace("evidence", "sources"),
    ],
    ["in prose", () => `${BOUGHT.text.slice(0, -1)} [${numberOf(BOUGHT.words)}].`],
    ["that breaks off", () => `${good().slice(0, -2)},{"text":"The boa`],
  ])("%s is understood", async (_name, reply) => {
    const outcome = await ask(reply);
    expect(outcome.kind === "answer" && outcome.claims[0]?.text.replace(/\.$/, "")).toBe(
      "The board bought 40 lamps",
    );
    expect(outcome.writer.name).toBe("ollama:stand-in");
  });

  test("that cannot be used is asked for once more", async () => {
    let round = 0;
    const outcome = await ask(() => {
      round += 1;
      return round === 1 ? "I am a helpful model." : claims(BOUGHT);
    });
    expect(round).toBe(2);
    expect(outcome.notes?.map(({ code }) => code)).toContain("repaired");
    expect(outcome.kind === "answer" && outcome.claims[0]?.text).toBe(BOUGHT.text);
  });

  test("that is useless twice leaves the built-in writer, which says so", async () => {
    const outcome = await ask(() => "I am a helpful model.");
    expect(outcome).toMatchObject({ kind: "answer", writer: { name: "extractive" } });
    expect(outcome.notes?.[0]).toMatchObject({
      code: "fallback",
      text: expect.stringContaining("built-in writer"),
    });
  });

  test("that breaks after a claim keeps the claim, marked as cut", async () => {
    standIn.script = (_body, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write(chatLine(claims(BOUGHT).slice(0, -2)), () => response.destroy());
    };
    const outcome = await desk.assistant.ask(QUESTION);
    expect(outcome.kind === "answer" && outcome.claims).toHaveLength(1);
    expect(outcome.notes).toMatchObject([{ code: "cut" }]);
  });

  test("without end is read no further than an answer can be", async () => {
    standIn.script = (_body, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const flood = (): void => {
        while (!response.destroyed && response.write(chatLine("lamps ".repeat(2_000))));
        if (!response.destroyed) response.once("drain", flood);
      };
      flood();
    };
    const outcome = await desk.assistant.ask(QUESTION);
    expect(outcome.writer.name).toBe("extractive");
  });
});

describe("a claim that stands", () => {
  test("is told before the model has finished, and never before its quotes are verified", async () => {
    let finish = (): void => undefined;
    standIn.script = (_body, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write(chatLine(claims(BOUGHT).slice(0, -2)));
      finish = () => void response.end(`${chatLine("]}")}${endLine()}`);
    };
    const seen: AskEvent["kind"][] = [];
    for await (const event of desk.assistant.askEvents(QUESTION)) {
      seen.push(event.kind);
      if (event.kind === "claim") finish();
    }
    expect(seen).toEqual(["retrieved", "claim", "outcome"]);
  });

  test("is kept when the reader stops the model, marked as cut", async () => {
    standIn.script = (_body, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write(chatLine(claims(BOUGHT).slice(0, -2)));
    };
    const stop = new AbortController();
    let last: AskEvent | undefined;
    for await (const event of desk.assistant.askEvents(QUESTION, { signal: stop.signal })) {
      if (event.kind === "claim") stop.abort();
      last = event;
    }
    expect(last).toMatchObject({
      kind: "outcome",
      outcome: { kind: "answer", notes: [{ code: "cut" }] },
    });
  });
});

describe("evidence", () => {
  test("that does not fit is left out from the bottom, and that is said", async () => {
    const small = await openLampDesk(standIn, { num_ctx: 940 });
    standIn.script = (body, response) => say(claims(BOUGHT))(body, response);
    const outcome = await small.assistant.ask(QUESTION);
    await small.close();
    expect(outcome.notes?.map(({ code }) => code)).toContain("evidence-dropped");
  });

  test("for which there is no room at all leaves the built-in writer", async () => {
    const tiny = await openLampDesk(standIn, { num_ctx: 100 });
    const outcome = await tiny.assistant.ask(QUESTION);
    await tiny.close();
    expect(standIn.chats).toHaveLength(0);
    expect(outcome.notes?.[0]?.text).toContain("no room");
  });
});

describe("a follow-up", () => {
  const conversation = [{ question: QUESTION, articleIds: [] }];
  const understood = async (restated: string): Promise<string | undefined> => {
    standIn.script = (body, response) =>
      say(body.format === undefined ? restated : claims(BOUGHT))(body, response);
    return (await desk.assistant.ask("and when did it buy them?", { conversation })).understood;
  };

  test("is understood as the model puts it", async () => {
    const restated = "When did the harbour board buy the lamps?";
    expect(await understood(restated)).toBe(restated);
  });

  test("is put by rules when the model brings in something new", async () => {
    expect(await understood("When did Napoleon buy the harbour lamps?")).not.toContain("Napoleon");
  });
});
