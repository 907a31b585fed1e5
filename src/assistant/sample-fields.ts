// A prompt's name → example fields, to show and to test what its file makes of them.

import type { PromptFields, PromptName } from "../core/ports/prompt-renderer.ts";

const SAMPLES: PromptFields = {
  answer: {
    question: "How many lamps did the harbour board buy?",
    articles: [
      {
        publisher: "Saltmarsh Herald",
        published: "2016-03-04",
        title: "New lamps for the harbour",
        sentences: [
          { number: "S1", speaker: "", text: "The harbour board bought 40 lamps on Friday." },
          { number: "S2", speaker: "Dora Quill", text: "We had asked for them since the winter." },
        ],
      },
      {
        publisher: "",
        published: "",
        title: "",
        sentences: [
          { number: "S3", speaker: "", text: "The lamps do not work in fog, a pilot said." },
        ],
      },
    ],
    first: "S1",
    last: "S3",
  },
  repair: {
    question: "How many lamps did the harbour board buy?",
    fault: "it was not the JSON that was asked for.",
    first: "S1",
    last: "S3",
  },
  "follow-up": {
    question: "and who paid for them?",
    turns: [{ question: "How many lamps did the harbour board buy?" }],
  },
};

export function sampleFields<Name extends PromptName>(name: Name): PromptFields[Name] {
  return SAMPLES[name];
}
