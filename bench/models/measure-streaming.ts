// A stand-in that sends a claim token by token → how long after its last token the claim is shown.

import type { LampDesk } from "../../test/stand-in/lamp-corpus.ts";
import { chatLine, endLine, type StandIn } from "../../test/stand-in/stand-in-server.ts";
import { composeReply, GOOD_ANSWERS } from "./competent-replies.ts";

const TOKEN_MS = 25;
const ROUNDS = 5;

/** Median over some rounds of: time to the first verified claim ÷ time until its last token was sent. */
export async function measureStreaming(standIn: StandIn, { assistant }: LampDesk): Promise<string> {
  const ratios: number[] = [];
  const [first] = GOOD_ANSWERS;
  if (first === undefined) return "";
  for (let round = 0; round < ROUNDS; round += 1) {
    let sentAt = 0;
    standIn.script = async (body, response) => {
      const reply = composeReply(body, first.claims, "as asked");
      const endOfClaim = reply.indexOf("}");
      response.writeHead(200, { "content-type": "application/x-ndjson" });
      for (let at = 0; at < reply.length; at += 4) {
        response.write(chatLine(reply.slice(at, at + 4)));
        if (at <= endOfClaim && endOfClaim < at + 4) sentAt = performance.now();
        await new Promise((resolve) => setTimeout(resolve, TOKEN_MS));
      }
      response.end(endLine());
    };
    const started = performance.now();
    let shownAt = 0;
    for await (const event of assistant.askEvents(first.question)) {
      if (event.kind === "claim" && shownAt === 0) shownAt = performance.now();
    }
    ratios.push((shownAt - started) / (sentAt - started));
  }
  const median = ratios.toSorted((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0;
  return `time to the first verified claim ÷ time until its last token was sent: ${median.toFixed(3)} (median of ${ROUNDS})`;
}
