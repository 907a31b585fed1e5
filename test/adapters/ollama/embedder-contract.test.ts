// The embedder of an Ollama server keeps what every embedder keeps: on the stand-in, and on the real server where there is one.

import { afterAll, describe } from "vitest";
import { openOllamaEmbedder } from "../../../src/adapters/ollama/ollama-embedder.ts";
import { OllamaServer } from "../../../src/adapters/ollama/ollama-server.ts";
import { openBuiltinEmbeddings } from "../../../src/langchain.ts";
import { describeEmbedder } from "../../contracts/embedder.ts";
import { EMBEDDING_MODEL, findRealServer } from "../../real-server/real-server.ts";
import { startStandIn } from "../../stand-in/stand-in-server.ts";

const standIn = await startStandIn();
afterAll(() => standIn.close());
const embeddings = openBuiltinEmbeddings();
standIn.embed = (texts) => embeddings.embedDocuments([...texts]);
standIn.embedLimit = 800;
standIn.contextLength = 256;

const open = (host: string, model: string) => () =>
  openOllamaEmbedder({ server: new OllamaServer({ host }), model, options: {} });

describeEmbedder("an Ollama model on the stand-in server", open(standIn.host, "stand-in"));

const { host, missing } = await findRealServer();
if (missing === undefined) {
  describeEmbedder("an Ollama model on a real server", open(host, EMBEDDING_MODEL));
} else describe.skip(`an Ollama model on a real server ${missing}`, () => {});
