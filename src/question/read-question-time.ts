// A question that stands alone and the day of today → the question to search for, and what it asks of time.

import type { Filters, Question } from "../core/question.ts";
import type { AskedTime } from "./read-asked-time.ts";
import { readAskedTime } from "./read-asked-time.ts";
import { readQuestion } from "./read-question.ts";

/** What a question asks of time, and the day that it was asked on. */
export interface TimeOfQuestion {
  readonly asked: AskedTime;
  readonly today: string;
}

export interface QuestionInTime {
  readonly question: Question;
  /** Absent where nothing is asked of time, and where no day is given to count from. */
  readonly time?: TimeOfQuestion;
}

/** `--as-of` is the day that "now" means; else `today`. */
export function readQuestionTime(
  asked: string,
  text: string,
  filters: Filters,
  today: string | undefined,
): QuestionInTime {
  const day = filters.asOf ?? today;
  const time = day === undefined ? undefined : readAskedTime(text, day);
  if (time === undefined || day === undefined)
    return { question: readQuestion(asked, { text, filters }) };
  const standing = time.search === text ? undefined : text;
  return {
    question: readQuestion(asked, { text: time.search, filters, standing }),
    time: { asked: time, today: day },
  };
}
