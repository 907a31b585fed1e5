// Runs the house rules and asserts that they read every module: a rule that read nothing passes.

import { readdirSync } from "node:fs";
import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import rules from "../.dependency-cruiser.mjs";

const expected = readdirSync("src", { recursive: true }).filter((name) =>
  /\.ts$/.test(name),
).length;
const { output } = await cruise(
  ["src"],
  { ...rules.options, ruleSet: { forbidden: rules.forbidden }, validate: true },
  undefined,
  { tsConfig: extractTSConfig("tsconfig.json") },
);
const read = output.modules.filter((module) => module.source.startsWith("src/")).length;
const allowed = process.argv.includes("--no-orphans") ? ["no-orphans"] : [];
const violations = output.summary.violations.filter(({ rule }) => !allowed.includes(rule.name));
for (const { from, to, rule } of violations) {
  process.stderr.write(`${rule.name}: ${from} → ${to}\n  ${rule.comment ?? ""}\n`);
}
if (read !== expected) process.stderr.write(`read ${read} modules of ${expected} under src/\n`);
process.stdout.write(`house rules: ${read} modules read, ${violations.length} violations\n`);
process.exitCode = violations.length === 0 && read === expected ? 0 : 1;
