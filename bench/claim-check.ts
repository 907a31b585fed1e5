// The claim check over labelled claims: `npx tsx bench/claim-check.ts [FILE…]` prints what it catches and what it drops wrongly.

import { readFileSync } from "node:fs";
import { checkClaim } from "../src/answer/claims/check-claim.ts";
import { type ClaimCase, parseClaimCases } from "./claims/parse-claim-cases.ts";

const files = process.argv.slice(2).filter((name) => !name.startsWith("--"));
const shown = process.argv.includes("--misses");
for (const file of files.length > 0 ? files : ["development", "second", "third", "fourth"]) {
  const path = file.endsWith(".txt") ? file : new URL(`claims/${file}.txt`, import.meta.url);
  report(file, parseClaimCases(readFileSync(path, "utf8")));
}

function report(name: string, cases: readonly ClaimCase[]): void {
  const planted = cases.filter(({ fault }) => fault !== undefined);
  const honest = cases.filter(({ fault }) => fault === undefined);
  const missed = planted.filter(({ claim, evidence }) => checkClaim(claim, evidence) === undefined);
  const dropped = honest.filter(({ claim, evidence }) => checkClaim(claim, evidence) !== undefined);
  const caught = planted.length - missed.length;
  print(
    `${name}: ${caught} of ${planted.length} planted changes caught (${share(caught, planted)})`,
  );
  print(
    `${name}: ${dropped.length} of ${honest.length} honest claims dropped (${share(dropped.length, honest)})`,
  );
  const named = planted.filter(
    ({ claim, evidence, fault }) => checkClaim(claim, evidence)?.reason === fault,
  );
  print(`${name}: ${named.length} of ${planted.length} with the right reason`);
  if (!shown) return;
  for (const { claim, fault } of missed) print(`  missed ${fault}: ${claim}`);
  for (const { claim, evidence } of dropped) {
    print(`  dropped (${checkClaim(claim, evidence)?.detail}): ${claim}`);
  }
}

function share(part: number, all: readonly unknown[]): string {
  return (part / all.length).toFixed(3);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
