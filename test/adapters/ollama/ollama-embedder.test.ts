import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { openOllamaEmbedder } from "../../../src/adapters/ollama/ollama-embedder.ts";
import { OllamaServer } from "../../../src/adapters/ollama/ollama-server.ts";
import { startStandIn } from "../../stand-in/stand-in-server.ts";

const standIn = await startStandIn();
afterAll(() => standIn.close());
beforeEach(() => {
  standIn.takeover = undefined;
  standIn.embedLimit = Number.POSITIVE_INFINITY;
});
const json = { "content-type": "application/json" };

describe("an embedder of the server", () => {
  const open = (model = "stand-in") =>
    openOllamaEmbedder({ server: new OllamaServer({ host: standIn.host }), model, options: {} });

  test("splits what is too long instead of letting it be cut, down to parts that fit", async () => {
    const embedder = await open();
    standIn.embedLimit = 100;
    standIn.embedded.length = 0;
    const text = "Lamps for the harbour, bought on Friday, failed in the fog of March. ".repeat(9);
    const [vector] = await embedder.embedPassages([text]);
    expect(vector).toHaveLength(27);
    const sent = standIn.embedded.flat().filter((part) => part.length <= 100);
    expect(sent.join("")).toBe(text);
  });

  test("notices by the count of tokens that only the head was read: it splits, and says so once", async () => {
    const said: string[] = [];
    const server = new OllamaServer({ host: standIn.host });
    const warn = (text: string): void => void said.push(text);
    const embedder = await openOllamaEmbedder({ server, model: "stand-in", options: {}, warn });
    let requests = 0;
    const embeddings = [Array.from({ length: 27 }, () => 1)];
    standIn.takeover = (_request, response) => {
      requests += 1;
      response.writeHead(200, json).end(JSON.stringify({ embeddings, prompt_eval_count: 9 }));
    };
    const text = "Lamps for the harbour failed in the fog of March and again in May. ".repeat(4);
    expect(await embedder.embedPassages([text])).toHaveLength(1);
    expect(requests).toBeGreaterThan(8);
    expect(said).toHaveLength(1);
  });

  test("fails as a whole when the server answers with too few vectors", async () => {
    const embedder = await open();
    standIn.takeover = (_request, response) =>
      void response.writeHead(200, json).end('{"embeddings":[[1,2]]}');
    await expect(embedder.embedPassages(["one", "two"])).rejects.toMatchObject({
      code: "embedder-failed",
    });
  });
});
