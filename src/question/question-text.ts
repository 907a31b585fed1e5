// A question's text → the same with a part blotted out or left away.

/** What stands between quotation marks is somebody's words: spaces take its place, unit for unit. */
export function blotQuoted(question: string): string {
  return question.replaceAll(/“[^”]*”|"[^"]*"|(?<!\p{L})‘[^’]*’(?!\p{L})/gu, (quoted) =>
    " ".repeat(quoted.length),
  );
}

/** Without `[start, end)`, and what is left of commas and spaces around it; opens with a capital as before. */
export function dropWords(question: string, start: number, end: number): string {
  const [before, after] = [question.slice(0, start), question.slice(end)];
  const joined =
    before.trim() === "" ? after.replace(/^[\s,]+/u, "") : `${before.trimEnd()}${joint(after)}`;
  const rest = joined.replace(/,\s*(?=[?!.]*$)/u, "").trim();
  return before.trim() === "" ? rest.charAt(0).toUpperCase() + rest.slice(1) : rest;
}

function joint(after: string): string {
  const trimmed = after.trimStart();
  return /^[?!.,;:]|^$/u.test(trimmed) ? trimmed : ` ${trimmed}`;
}
