import { createBuiltinEmbedder } from "../../../src/adapters/builtin/builtin-embedder.ts";
import { openTokenModel } from "../../../src/adapters/builtin/token-model.ts";
import { describeEmbedder } from "../../contracts/embedder.ts";

describeEmbedder("the built-in model", async () => createBuiltinEmbedder(openTokenModel()));
