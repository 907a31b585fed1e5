// An export → its questions asked again, and what changed since.

import {
  describeReplay,
  PullquoteError,
  projectReplay,
  type ReplayedQuestion,
  reportReplay,
} from "../../index.ts";
import { EXIT, type RunCommand } from "../invocation.ts";
import { useFreshCorpus } from "../open-corpus.ts";
import { readDocuments } from "../read-documents.ts";

export const run: RunCommand = async ({ words, settings, screen, signal }) => {
  const [document, ...further] = await readDocuments(words, process.stdin);
  if (document === undefined || further.length > 0) {
    throw new PullquoteError({
      code: "bad-setting",
      message: "One export is replayed at a time.",
      hint: "pullquote replay answer.md",
    });
  }
  return useFreshCorpus({ settings, screen, signal }, async (corpus) => {
    const questions: ReplayedQuestion[] = [];
    for await (const replayed of corpus.assistant.replay(document, signal)) {
      questions.push(replayed);
      if (!settings.values.json) screen.print(`${reportReplay(replayed, screen.colour)}\n`);
    }
    const { name } = document;
    if (settings.values.json) await screen.printJson(projectReplay({ name, questions }));
    else screen.print(describeReplay(questions));
    return questions.some(({ changed }) => changed) ? EXIT.nothingFound : EXIT.answered;
  });
};
