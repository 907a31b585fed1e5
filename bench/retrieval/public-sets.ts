// The public question sets: where each comes from, and what turns it into a corpus and questions.

import { writeClapnq } from "../sets/clapnq.ts";
import { writeMultihopRag } from "../sets/multihop-rag.ts";
import { writeScifact } from "../sets/scifact.ts";
import { writeSquad2 } from "../sets/squad2.ts";
import type { WrittenSet } from "../sets/write-set.ts";

export interface PublicSet {
  readonly name: string;
  readonly title: string;
  /** Source, authors and licence, in Markdown. */
  readonly origin: string;
  readonly write: (data: string, folder: string) => Promise<WrittenSet>;
  /** Each question is asked of its own article alone, so there is no article to find. */
  readonly isReading: boolean;
  /** Of how many questions one is asked, the first and every so many after it: 1 is all. */
  readonly every: number;
}

export const PUBLIC_SETS: readonly PublicSet[] = [
  {
    name: "multihop-rag",
    title: "MultiHop-RAG",
    origin:
      "[yixuantt/MultiHopRAG](https://huggingface.co/datasets/yixuantt/MultiHopRAG), Tang & Yang 2024, ODC-BY: questions that need two to four news articles",
    write: writeMultihopRag,
    isReading: false,
    every: 1,
  },
  {
    name: "scifact",
    title: "SciFact",
    origin:
      "[BeIR/scifact](https://huggingface.co/datasets/BeIR/scifact), Wadden et al. 2020, training judgments: claims and the abstracts that bear on them",
    write: writeScifact,
    isReading: false,
    every: 1,
  },
  {
    name: "clapnq",
    title: "CLAPNQ",
    origin:
      "[PrimeQA/clapnq](https://huggingface.co/datasets/PrimeQA/clapnq), Rosenthal et al. 2025, Apache-2.0: each question is asked of its own passages",
    write: writeClapnq,
    isReading: true,
    every: 1,
  },
  {
    name: "squad2",
    title: "SQuAD 2.0",
    origin:
      "[rajpurkar/squad_v2](https://huggingface.co/datasets/rajpurkar/squad_v2), Rajpurkar, Jia & Liang 2018, CC BY-SA 4.0: every fourth question, asked of its whole article",
    write: writeSquad2,
    isReading: true,
    every: 4,
  },
];
