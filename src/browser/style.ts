// Nothing → the page's style sheet: two columns, one where it is narrow; light and dark.

export const STYLE: string = `
:root {
  --paper: #fbfaf6; --ink: #1c1b19; --soft: #57534c; --line: #d9d4c7; --card: #f3f0e7; --field: #fff;
  --link: #1d4f91; --mark: #f4ecd0; --here: #ffe07a; --mark-ink: #1c1b19; --accent: #8a1c1c;
  --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", Georgia, "Liberation Serif", "Times New Roman", serif;
  --sans: system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171614; --ink: #ebe7dd; --soft: #aba595; --line: #3b3833; --card: #211f1c; --field: #211f1c;
    --link: #9cc2f5; --mark: #37311c; --here: #67530f; --mark-ink: #fff4cf; --accent: #f0a59a;
  }
}
* { box-sizing: border-box; }
html { color-scheme: light dark; text-size-adjust: 100%; }
body { margin: 0; height: 100vh; height: 100dvh; display: grid; grid-template-rows: auto minmax(0, 1fr) auto; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 var(--serif); overflow-wrap: anywhere; }
h1, h2, h3, p, ul, ol, dl, dd, blockquote, figure { margin: 0; padding: 0; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .18em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
section:focus-visible { outline: none; box-shadow: inset 0 3px 0 var(--link); }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -100vw; background: var(--paper); padding: .5rem 1rem; }
.skip:focus { left: .5rem; top: .5rem; z-index: 2; }
button, input, select { font: .9375rem/1.4 var(--sans); color: inherit; background: var(--field); border: 1px solid var(--line); border-radius: 6px; padding: .5rem .75rem; min-width: 0; }
button { cursor: pointer; background: var(--card); }
button:hover { border-color: var(--soft); }
#send { background: var(--accent); border-color: var(--accent); color: var(--paper); font-weight: 600; }
header { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .25rem 1.5rem; padding: .8rem 1.5rem .6rem; border-bottom: 1px solid var(--line); font-family: var(--sans); }
h1 { font: 600 1.25rem/2.2 var(--serif); letter-spacing: -.01em; color: var(--accent); }
.line { display: flex; gap: .5rem; max-width: 60rem; }
#question { flex: 1; }
summary { cursor: pointer; font: .8125rem/1.5 var(--sans); color: var(--soft); padding: .25rem 0; width: max-content; max-width: 100%; }
.filters { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: end; padding: .25rem 0 .5rem; }
.filters label { display: grid; font: .75rem/1.5 var(--sans); color: var(--soft); }
.filters input { color: var(--ink); padding: .3rem .5rem; width: 10.5rem; }
#status { grid-column: 2; font-size: .8125rem; color: var(--soft); min-height: 1.3em; }
#status.fault { color: var(--accent); }
main { display: grid; grid-template-columns: minmax(0, 1.1fr) minmax(0, 1fr); min-height: 0; }
main > section { overflow-y: auto; padding: 1.5rem; overscroll-behavior: contain; }
#article { background: var(--card); border-left: 1px solid var(--line); }
footer { display: flex; flex-wrap: wrap; gap: .5rem; padding: .5rem 1.5rem; border-top: 1px solid var(--line); }
footer button { font-size: .8125rem; padding: .3rem .7rem; }
#end { margin-left: auto; }
.asked { display: flex; flex-wrap: wrap; gap: .4rem; margin-bottom: 1.25rem; list-style: none; }
.asked button { font-size: .8125rem; padding: .2rem .6rem; text-align: left; }
.asked [aria-current] { border-color: var(--accent); color: var(--accent); }
h2 { font-size: 1.5rem; line-height: 1.25; letter-spacing: -.01em; text-wrap: balance; margin-bottom: .75rem; }
dialog h2 { font-size: 1.25rem; }
h3 { font: 600 1.0625rem/1.3 var(--serif); font-variant-caps: all-small-caps; letter-spacing: .08em; color: var(--accent); margin: 2rem 0 .6rem; }
.soft, .place, .about { font: .8125rem/1.5 var(--sans); color: var(--soft); }
.above { font-weight: 600; margin-bottom: 1rem; }
.claim { position: relative; }
.claim > :first-child { margin-right: 4.5rem; }
.claim + .claim { margin-top: 1.75rem; }
.lead { margin-bottom: .5rem; }
.copy { position: absolute; top: 0; right: 0; font-size: .75rem; padding: .15rem .5rem; }
.speaker { font: 600 .875rem/1.5 var(--sans); margin-top: .75rem; }
.exhibit { border-left: 3px solid var(--line); padding: .2rem 0 .2rem 1rem; margin-top: .6rem; cursor: pointer; }
.exhibit[aria-current] { border-color: var(--accent); background: linear-gradient(90deg, var(--card), transparent); }
.exhibit blockquote { font-size: 1.1875rem; line-height: 1.5; text-wrap: pretty; }
.number { font: 600 .8125rem/1 var(--sans); padding: .25rem .4rem; border: 0; background: none; color: var(--link); }
.exhibit > .number, .sources .number { margin-left: -.4rem; }
.number:hover { text-decoration: underline; }
.proved::before { content: "\\2713\\a0"; }
.lost { color: var(--accent); font-weight: 600; }
table { border-collapse: collapse; font-size: .9375rem; line-height: 1.45; width: 100%; }
.table { overflow-x: auto; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-top: 1px solid var(--line); min-width: 5rem; }
td.wide { min-width: 13rem; width: 45%; }
.row { cursor: pointer; }
.row[aria-current] td { background: var(--card); }
.row[aria-current] td:first-child { box-shadow: -3px 0 0 var(--accent); }
th { font: 600 .75rem/1.5 var(--sans); color: var(--soft); border-top: 0; }
.picture { margin: .5rem 0 1.5rem; color: var(--accent); }
.picture text { fill: var(--ink); font: 14px var(--sans); }
.sources { list-style: none; }
.sources li { padding: .6rem 0; border-top: 1px solid var(--line); font-size: .9375rem; }
.receipt { margin-top: 1.5rem; }
.paper { max-width: 40rem; }
.paper h2 { font-size: 1.25rem; margin-bottom: .15rem; }
.paper .about { margin-bottom: 1.1rem; }
.paper p { margin-bottom: .9rem; white-space: pre-line; unicode-bidi: plaintext; }
.paper p.aside { color: var(--soft); font-size: .9375rem; }
.paper p.heading { font-weight: 600; margin-top: 1.4rem; }
.paper p.title { font-weight: 600; }
.paper .page { font: 600 .75rem/1.5 var(--sans); color: var(--soft); border-top: 1px solid var(--line); margin: 1.25rem 0 .5rem; text-transform: capitalize; }
mark { background: var(--mark); color: var(--mark-ink); padding: .08em .1em; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
mark.here { background: var(--here); box-shadow: 0 2px 0 var(--accent); }
.unseen { unicode-bidi: isolate; display: inline-block; }
.unseen::before { content: attr(data-name); font: .7em/1 var(--sans); border: 1px solid currentcolor; border-radius: 2px; padding: 0 .2em; }
iframe { width: 100%; height: calc(100% - 6.5rem); min-height: 26rem; border: 1px solid var(--line); background: #fff; margin-top: .75rem; }
.with-page { height: 100%; max-width: none; }
.ways { display: flex; flex-wrap: wrap; gap: .4rem; margin: .25rem 0 .9rem; }
.ways button { font-size: .8125rem; padding: .25rem .6rem; }
.back { display: none; }
.ways [aria-pressed="true"] { border-color: var(--accent); color: var(--accent); }
.verdict { font: 600 .8125rem/1.5 var(--sans); color: var(--accent); }
.verdict.stands { color: var(--link); }
dialog { background: var(--paper); color: var(--ink); border: 1px solid var(--line); border-radius: 10px; padding: 1.5rem; max-width: min(30rem, 92vw); }
dialog::backdrop { background: rgb(0 0 0 / .45); }
dialog p, dialog ul, dialog dl { margin-bottom: 1rem; }
.check { display: block; font: .9375rem/1.5 var(--sans); margin-bottom: .75rem; }
#formats { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem 1rem; font-family: var(--sans); }
dl { display: grid; grid-template-columns: auto 1fr; gap: .3rem 1rem; }
kbd { font: .8125rem ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; border: 1px solid var(--line); border-radius: 4px; padding: .1rem .4rem; background: var(--card); }
@media (max-width: 56rem) {
  body { height: auto; min-height: 100dvh; }
  header { grid-template-columns: minmax(0, 1fr); padding: .6rem 1rem; }
  #status { grid-column: 1; }
  h1 { line-height: 1.3; }
  main { grid-template-columns: minmax(0, 1fr); }
  main > section { overflow-y: visible; padding: 1.1rem 1rem; }
  #article { border-left: 0; border-top: 3px double var(--line); }
  footer { padding: .5rem 1rem; position: sticky; bottom: 0; background: var(--paper); }
  #end { margin-left: 0; }
  .back { display: inline-block; }
  .filters input { width: 100%; }
  .filters label { flex: 1 1 9rem; }
}
@media (max-width: 28rem) { .line { flex-wrap: wrap; } #question { flex-basis: 100%; } #send, #kind { flex: 1; } }
@media (prefers-reduced-motion: no-preference) { main > section, html { scroll-behavior: smooth; } }
@media (forced-colors: active) { mark { forced-color-adjust: none; background: Mark; color: MarkText; } }
`;
