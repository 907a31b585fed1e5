import { createPassageReader } from "../../../src/adapters/builtin/passage-reader.ts";
import { openTokenModel } from "../../../src/adapters/builtin/token-model.ts";
import { describeReader } from "../../contracts/reader.ts";

describeReader("the built-in reader", async () => {
  const tokens = openTokenModel();
  const reader = createPassageReader(tokens);
  return {
    read: (...asked) => reader.read(...asked),
    close: async () => {
      await Promise.all([reader.close(), tokens.close()]);
    },
  };
});
