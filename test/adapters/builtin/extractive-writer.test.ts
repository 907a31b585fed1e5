import { createExtractiveWriter } from "../../../src/answer/extractive/extractive-writer.ts";
import { createLateInteractionScorer } from "../../../src/adapters/builtin/late-interaction-scorer.ts";
import { openTokenModel } from "../../../src/adapters/builtin/token-model.ts";
import { describeAnswerWriter } from "../../contracts/answer-writer.ts";

describeAnswerWriter("the built-in writer", async () =>
  createExtractiveWriter(createLateInteractionScorer(openTokenModel())),
);
