import { createLateInteractionScorer } from "../../../src/adapters/builtin/late-interaction-scorer.ts";
import { openTokenModel } from "../../../src/adapters/builtin/token-model.ts";
import { describeSentenceScorer } from "../../contracts/sentence-scorer.ts";

describeSentenceScorer("the built-in model", () => createLateInteractionScorer(openTokenModel()));
