// The page's buttons, keys and fields → what is asked, shown, proved and exported.

import type { WireAnswer, WireEvent, WireFilters, WireStart } from "../wire.ts";
import { AnswerPane } from "./answer-pane.ts";
import { byId, make, makeButton } from "./dom.ts";
import { askQuestion, endServer, exportAddress, loadStart, proveAgain } from "./requests.ts";

const form = byId<HTMLFormElement>("ask");
const box = byId<HTMLInputElement>("question");
const exportBox = byId<HTMLDialogElement>("export-box");
const helpBox = byId<HTMLDialogElement>("help-box");
const whole = byId<HTMLInputElement>("whole");

/** All of the conversation, oldest first. */
let answers: readonly WireAnswer[] = [];
let running: AbortController | undefined;
let formats: readonly string[] = [];
/** What the command's flags say and the page has no field for. */
let fixed: WireFilters = {};

function tell(text: string, isFault = false): void {
  const status = byId("status");
  status.textContent = text;
  status.classList.toggle("fault", isFault);
}

/** Runs what a button or a key does; a fault is told. */
function attempt(work: () => Promise<unknown>): void {
  work().catch((error: unknown) => {
    tell(error instanceof Error ? error.message : String(error), true);
  });
}

const pane = new AnswerPane({
  attempt,
  copy: (markdown) =>
    attempt(async () => {
      await navigator.clipboard.writeText(markdown);
      tell("Copied as Markdown, with its source.");
    }),
});

async function ask(question: string): Promise<void> {
  running?.abort();
  const run = new AbortController();
  running = run;
  const kind = byId<HTMLSelectElement>("kind").value as WireAnswer["asked"];
  const after = answers.filter(({ asked }) => asked === "ask").map(({ id }) => id);
  const notes: string[] = [];
  byId("send").textContent = "Stop";
  pane.begin(question);
  tell("Searching …");
  try {
    const events = askQuestion({ question, kind, filters: readFilters(), after }, run.signal);
    for await (const event of events) take(event, notes);
  } catch (error) {
    if (!run.signal.aborted) throw error;
    tell("Stopped.");
  } finally {
    if (running === run) {
      running = undefined;
      byId("send").textContent = "Ask";
    }
  }
}

function take(event: WireEvent, notes: string[]): void {
  if (event.event === "note") notes.push(event.text);
  if (event.event === "retrieved") {
    tell(`Reading ${event.passages} passages of ${event.articles} articles …`);
  }
  if (event.event === "above") pane.say(event.text);
  if (event.event === "understood") pane.say(`Understood as: ${event.text}`);
  if (event.event === "claim") pane.addClaim(event.claim);
  if (event.event === "error") tell([event.message, event.hint ?? ""].join(" ").trim(), true);
  if (event.event === "answer") {
    answers = [...answers, event.answer];
    show(event.answer);
    tell(notes.join(" "));
    box.value = "";
    if (document.activeElement === box) pane.focus();
  }
}

function show(answer: WireAnswer): void {
  const others = answers.map((one) =>
    makeButton(one.question, () => show(one), { "aria-current": one.id === answer.id && "true" }),
  );
  const earlier = make("ul", { class: "asked", "aria-label": "Questions of this conversation" });
  earlier.append(...others.map((button) => make("li", {}, button)));
  pane.show(answer, answers.length > 1 ? earlier : undefined);
  document.title = `${answer.question} – pullquote`;
}

function readFilters(): WireFilters {
  const fields = new FormData(form);
  const read = (name: string): string => String(fields.get(name) ?? "").trim();
  const given = [
    ...["publishers", "authors", "speakers"].map((name) => [name, [read(name)].filter(Boolean)]),
    ...["since", "until"].map((name) => [name, read(name)]),
  ] as const;
  const typed = Object.fromEntries(given.filter(([, value = ""]) => value.length > 0));
  return { ...fixed, ...typed };
}

/** What has a field goes there; more names than one, and what has none, stay as the command gave them. */
function writeFilters(filters: WireFilters): void {
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(filters)) {
    const field = form.elements.namedItem(name);
    const text = [value].flat().length === 1 ? String(value) : undefined;
    if (field instanceof HTMLInputElement && text !== undefined) field.value = text;
    else rest[name] = value;
  }
  fixed = rest as WireFilters;
  tellFilters();
}

function tellFilters(): void {
  const named = Object.values(readFilters()).flat().join(", ");
  byId("filtered").textContent = named === "" ? "" : `: ${named}`;
}

async function prove(): Promise<void> {
  const id = pane.answer?.id;
  if (id === undefined) return tell("There is no answer to prove yet.");
  const { answer, lost } = await proveAgain(id);
  answers = answers.map((one) => (one.id === id ? answer : one));
  show(answer);
  const time = new Date(answer.provedAt).toLocaleTimeString();
  if (lost === 0) return tell(`Every quote stands in its article, proved again at ${time}.`);
  const many = lost === 1 ? "1 quote no longer stands" : `${lost} quotes no longer stand`;
  tell(`${many}, and left out: the article has changed since.`, true);
}

function openExport(): void {
  if (pane.answer === undefined) tell("There is no answer to export yet.");
  else {
    listFormats();
    exportBox.showModal();
  }
}

function listFormats(): void {
  const all = answers.map(({ id }) => id);
  const ids = whole.checked ? all : [pane.answer?.id ?? 0];
  const links = formats.map((format) =>
    make("li", {}, make("a", { href: exportAddress(format, ids), download: true }, format)),
  );
  byId("formats").replaceChildren(...links);
}

function startAnew(): void {
  running?.abort();
  answers = [];
  pane.clear();
  tell("The next question follows on nothing.");
  box.focus();
}

const KEYS: Readonly<Record<string, () => void>> = {
  j: () => pane.step(1),
  k: () => pane.step(-1),
  "/": () => box.focus(),
  c: () => pane.copyCurrent(),
  p: () => attempt(prove),
  e: openExport,
  "?": () => helpBox.showModal(),
};

document.addEventListener("keydown", (event) => {
  const { key, target } = event;
  const isTyping =
    target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target !== whole);
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (key === "Escape") {
    running?.abort();
    if (isTyping) target.blur();
    return;
  }
  const run = KEYS[key];
  if (run === undefined || isTyping || document.querySelector("dialog[open]") !== null) return;
  event.preventDefault();
  run();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (running !== undefined) running.abort();
  else attempt(() => ask(box.value));
});
form.addEventListener("input", tellFilters);
whole.addEventListener("change", listFormats);
const press = (id: string, run: () => void): void => byId(id).addEventListener("click", run);
press("export", openExport);
press("help", () => helpBox.showModal());
press("prove", () => attempt(prove));
press("fresh", startAnew);
press("clear", () => {
  for (const field of byId("filters").querySelectorAll("input")) field.value = "";
  fixed = {};
  tellFilters();
});
press("end", () =>
  attempt(async () => {
    await endServer();
    tell("pullquote has ended. What is shown here stays until you close the page.");
  }),
);

function begin(start: WireStart): void {
  ({ formats } = start);
  const list = (id: string, names: readonly string[]): void =>
    byId(id).replaceChildren(...names.map((value) => make("option", { value })));
  list("publishers", start.publishers);
  list("authors", start.authors);
  writeFilters(start.filters);
  answers = start.answers;
  const last = answers.at(-1);
  if (start.document !== undefined) pane.showDocument(start.document);
  else if (last !== undefined) show(last);
  else box.focus();
  tell(start.articles === 1 ? "1 article." : `${start.articles.toLocaleString()} articles.`);
  if (start.question === undefined) return;
  box.value = start.question;
  attempt(() => ask(box.value));
}

attempt(async () => {
  const start = await loadStart();
  byId<HTMLButtonElement>("send").disabled = false;
  begin(start);
});
