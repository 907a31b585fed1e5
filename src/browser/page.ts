// Nothing → the one page, before anything is asked, and its icon. All that it shows of articles its own files put in.

/** What each key does; the page and the README say it from here. */
export const KEYS: readonly (readonly [key: string, does: string])[] = [
  ["j", "next quote"],
  ["k", "previous quote"],
  ["/", "to the question box"],
  ["c", "copy the paragraph of the current quote as Markdown"],
  ["p", "prove all quotes again"],
  ["e", "export"],
  ["?", "this list"],
  ["Esc", "leave a box, or stop an answer"],
];

/** What runs in the browser, named so that all is fetched at once and nothing else is served. */
export const SCRIPTS: readonly string[] = [
  ...["app", "answer-pane", "answer-view", "article-view"],
  ...["document-view", "dom", "picture", "requests"],
];

const keys = KEYS.map(([key, does]) => `<dt><kbd>${key}</kbd></dt><dd>${does}</dd>`).join("");
const field = (name: string, label: string, more: string): string =>
  `<label>${label}<input name="${name}" autocomplete="off" ${more}></label>`;

export const PAGE: string = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>pullquote</title>
<link rel="icon" href="icon.svg">
<link rel="stylesheet" href="style.css">
${SCRIPTS.map((name) => `<link rel="modulepreload" href="client/${name}.js">`).join("\n")}
<script type="module" src="client/app.js"></script>
</head>
<body>
<a class="skip" href="#answer">Skip to the answer</a>
<header>
<h1>pullquote</h1>
<search>
<form id="ask">
<div class="line">
<label class="hidden" for="question">Question</label>
<input id="question" name="question" type="text" maxlength="4000" autocomplete="off" placeholder="Ask the articles" required>
<label class="hidden" for="kind">Form of the answer</label>
<select id="kind" name="kind">
<option value="ask">Answer</option>
<option value="compare">Compare</option>
<option value="timeline">Timeline</option>
</select>
<button id="send" disabled>Ask</button>
</div>
<details id="filters">
<summary>Filters<span id="filtered"></span></summary>
<div class="filters">
${field("publishers", "Publisher", 'list="publishers"')}
${field("authors", "Author", 'list="authors"')}
${field("speakers", "Speaker", "")}
${field("since", "After (this day too)", 'type="date"')}
${field("until", "Before (this day too)", 'type="date"')}
<button type="button" id="clear">Clear</button>
</div>
</details>
</form>
</search>
<p id="status" role="status"></p>
</header>
<main>
<section id="answer" aria-label="Answer" tabindex="-1"></section>
<section id="article" aria-label="Article" tabindex="-1"></section>
</main>
<footer>
<button type="button" id="export" aria-keyshortcuts="e">Export</button>
<button type="button" id="prove" aria-keyshortcuts="p">Prove again</button>
<button type="button" id="fresh">New conversation</button>
<button type="button" id="help" aria-keyshortcuts="?">Keys</button>
<button type="button" id="end">Close pullquote</button>
</footer>
<datalist id="publishers"></datalist>
<datalist id="authors"></datalist>
<dialog id="export-box" aria-labelledby="export-title">
<h2 id="export-title">Export</h2>
<p>Every quote is proved again and goes with its proof.</p>
<label class="check"><input type="checkbox" id="whole"> the whole conversation</label>
<ul id="formats"></ul>
<form method="dialog"><button>Close</button></form>
</dialog>
<dialog id="help-box" aria-labelledby="help-title">
<h2 id="help-title">Keys</h2>
<dl>${keys}</dl>
<form method="dialog"><button>Close</button></form>
</dialog>
</body>
</html>
`;

export const ICON: string = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#8a1c1c"/><path d="M3 12V8l2-4h2L6 8h1v4zm6 0V8l2-4h2l-1 4h1v4z" fill="#fff"/></svg>
`;
