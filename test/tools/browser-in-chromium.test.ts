// The page of open in a real browser: what it shows and marks, its keys, who can read it, and what hostile articles can do.

import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { QUESTION, UNANSWERABLE } from "../cli/mini-corpus.ts";
import { openReader, type RunningReader } from "../cli/open-program.ts";
import { makePlace } from "../cli/run-program.ts";
import { findTool } from "./find-tool.ts";
import { type Browser, openChromium, type Page, type PageView, until } from "./open-chromium.ts";
import { CORPUS, makeLongArticle, ODD_NAME } from "./reader-corpus.ts";

const chromium = findTool("Chromium", ["chromium", "chromium-browser", "google-chrome"]);
const WIDE: PageView = { width: 1200, height: 800 };

const VIEWS: readonly PageView[] = [
  { ...WIDE, scheme: "light" },
  { ...WIDE, scheme: "dark" },
  { width: 400, height: 800, scheme: "light" },
];

const SHOWN =
  "document.querySelector('#answer .receipt') && !document.querySelector('#send').textContent.includes('Stop')";
const MARKED = "document.querySelector('mark.here') !== null";
const textOf = (selector: string): string =>
  `(document.querySelector(${JSON.stringify(selector)})?.textContent ?? "")`;
const press = (key: string): string =>
  `document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: ${JSON.stringify(key)}, bubbles: true, cancelable: true }))`;

async function askIn(page: Page, question: string, kind = "ask"): Promise<void> {
  await until(page, "!document.querySelector('#send').disabled");
  await page.evaluate(`(() => {
    document.querySelector("#kind").value = ${JSON.stringify(kind)};
    document.querySelector("#question").value = ${JSON.stringify(question)};
    document.querySelector("#ask").requestSubmit();
  })()`);
  await until(page, `${SHOWN} && ${textOf("#answer h2")} === ${JSON.stringify(question)}`);
}

async function listFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(`${axe.source}; true`);
  const found = await page.evaluate<string>(
    `axe.run().then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 90)))))`,
  );
  return JSON.parse(found) as string[];
}

describe.skipIf(chromium === undefined)("the page of open", () => {
  const place = makePlace(CORPUS, true);
  let browser: Browser;
  let readers: RunningReader[] = [];

  const openPage = async (words: readonly string[], view: PageView = WIDE): Promise<Page> => {
    const reader = await openReader(place, ["open", "--no-browser", ...words], {}, true);
    readers = [...readers, reader];
    return browser.open(reader.address, view);
  };

  beforeAll(() => {
    browser = openChromium(chromium ?? "");
  });
  afterAll(async () => {
    await browser.close();
    for (const { child, ended } of readers) {
      child.kill("SIGKILL");
      await ended;
    }
    rmSync(join(place.folder, ".."), { recursive: true });
  });

  test("shows each quote marked in its article, asks nobody else, and breaks no rule of its policy", async () => {
    const page = await openPage([QUESTION]);
    await until(page, `${SHOWN} && ${MARKED}`);
    const quote = await page.evaluate<string>(textOf("#answer blockquote p"));
    const marked = await page.evaluate<string>(textOf("mark.here"));
    expect(quote).toBe(`“${marked}”[1]`);
    const [top, height] = await page.evaluate<number[]>(
      "[document.querySelector('mark.here').getBoundingClientRect().top, innerHeight]",
    );
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(height ?? 0);
    const { origin } = new URL(page.requested[0] ?? "");
    const foreign = page.requested.filter(
      (url) => !url.startsWith(`${origin}/`) && !url.startsWith("data:"),
    );
    expect(foreign).toEqual([]);
    expect(page.logged).toEqual([]);
    await page.close();
  });

  test.each(VIEWS)(
    "can be read by anybody: axe finds nothing, $width wide, $scheme",
    async (view) => {
      const page = await openPage([QUESTION], view);
      await until(page, SHOWN);
      expect(await listFaults(page)).toEqual([]);
      await askIn(page, UNANSWERABLE);
      expect(await listFaults(page)).toEqual([]);
      await askIn(page, "How many cranes does the quay have?", "compare");
      expect(await page.evaluate("document.querySelectorAll('tbody tr').length")).toBe(2);
      expect(await listFaults(page)).toEqual([]);
      await askIn(page, "the crane", "timeline");
      expect(
        await page.evaluate("document.querySelectorAll('figure circle, figure rect').length"),
      ).toBeGreaterThan(1);
      expect(await listFaults(page)).toEqual([]);
      await page.evaluate(press("?"));
      expect(await listFaults(page)).toEqual([]);
      await page.evaluate("document.querySelector('#help-box').close()");
      await page.evaluate(press("e"));
      expect(await listFaults(page)).toEqual([]);
      const wide = await page.evaluate("document.scrollingElement.scrollWidth");
      expect(wide).toBe(view.width);
      // And it would find one.
      await page.evaluate(
        "document.querySelector('#export-box').append(document.createElement('img'))",
      );
      expect((await listFaults(page)).join()).toMatch(/image-alt/);
      await page.close();
    },
  );

  test("is led by keys", async () => {
    const page = await openPage(["--limit", "3"]);
    await askIn(page, "the crane", "timeline");
    const current =
      "[...document.querySelectorAll('.exhibit')].findIndex((one) => one.hasAttribute('aria-current'))";
    expect(await page.evaluate(current)).toBe(0);
    await page.evaluate(press("j"));
    expect(await page.evaluate(current)).toBe(1);
    await until(page, `${textOf("[aria-current] blockquote")}.includes(${textOf("mark.here")})`);
    await page.evaluate(press("k"));
    await page.evaluate(press("k"));
    expect(await page.evaluate(current)).toBe(0);
    await page.evaluate(press("/"));
    expect(await page.evaluate("document.activeElement.id")).toBe("question");
    await page.evaluate(press("j"));
    expect(await page.evaluate(current)).toBe(0);
    await page.evaluate(press("Escape"));
    await page.evaluate(press("e"));
    expect(await page.evaluate("document.querySelector('#export-box').open")).toBe(true);
    const links = await page.evaluate<string[]>(
      "[...document.querySelectorAll('#formats a')].map((a) => a.getAttribute('href'))",
    );
    expect(links).toContain("export?format=markdown&ids=1");
    await page.evaluate("document.querySelector('#export-box').close()");
    await page.evaluate(press("p"));
    await until(page, `${textOf("#status")}.startsWith("Every quote stands")`);
    await page.close();
  });

  test("makes no markup of an article's words, name or title, and shows what is unseen", async () => {
    const page = await openPage(["What did the poisoner of wells say?"]);
    await until(page, `${SHOWN} && ${MARKED}`);
    expect(await page.evaluate("[document.title, globalThis.ran].join()")).not.toMatch(/ran/);
    expect(
      await page.evaluate(
        "document.querySelectorAll('#answer img, #article img, #article script, #article b').length",
      ),
    ).toBe(0);
    expect(await page.evaluate(textOf("#article"))).toContain("<img src=x onerror=");
    expect(await page.evaluate(textOf("#article .about"))).toContain(ODD_NAME);
    expect(await page.evaluate("document.querySelector('#article .unseen').dataset.name")).toBe(
      "U+202E",
    );
    const refused = await page.evaluate<string>(
      "(() => { try { document.body.innerHTML = '<b>x</b>'; return 'done'; } catch (fault) { return fault.name; } })()",
    );
    expect(refused).toBe("TypeError");
    await page.close();
  });

  test("shows a PDF at the quote's page, or as text with its pages named", async () => {
    const page = await openPage(["Who retired on Friday?"]);
    await until(page, `${SHOWN} && ${MARKED}`);
    const frame = "document.querySelector('iframe')?.getAttribute('src')";
    if (await page.evaluate("navigator.pdfViewerEnabled")) {
      expect(await page.evaluate(frame)).toBe("pdf?id=report.pdf#page=2&view=FitH&navpanes=0");
      expect(
        await page.evaluate<string>(
          "fetch('pdf?id=report.pdf').then((got) => got.headers.get('content-type'))",
        ),
      ).toBe("application/pdf");
    }
    await page.evaluate(
      "[...document.querySelectorAll('.ways button')].find((one) => one.textContent === 'Text').click()",
    );
    await until(page, `${MARKED} && document.querySelector('iframe') === null`);
    expect(
      await page.evaluate(
        "[...document.querySelectorAll('.page')].map((one) => one.textContent).join()",
      ),
    ).toBe("page 1,page 2");
    expect(await page.evaluate(textOf("mark.here"))).toBe(
      "The lighthouse keeper retired on Friday.",
    );
    expect(page.logged).toEqual([]);
    await page.close();
  });

  test("opens an article of 5 MB at the quote, and goes on from there", async () => {
    const sentence = "In the hardest week the walrus slept below the weigh house.";
    writeFileSync(join(place.folder, "corpus/winter.txt"), makeLongArticle(sentence));
    writeFileSync(join(place.folder, "draft.md"), `> ${sentence}\n`);
    const page = await openPage(["draft.md", "--no-refresh"]);
    await until(page, MARKED);
    expect(await page.evaluate(textOf("mark.here"))).toBe(sentence);
    expect(await page.evaluate("document.querySelectorAll('#article p').length")).toBeLessThan(
      2000,
    );
    const first = "document.querySelector('#article .paper p:not(.about)').textContent";
    const before = await page.evaluate(first);
    await page.evaluate(
      "[...document.querySelectorAll('#article button')].find((one) => /^Earlier/.test(one.textContent)).click()",
    );
    await until(page, `${first} !== ${JSON.stringify(before)}`);
    rmSync(join(place.folder, "corpus/winter.txt"));
    await page.close();
  });

  test("two tabs have conversations of their own; a follow-up goes on with its tab's", async () => {
    const one = await openPage([]);
    await until(one, `/articles/.test(${textOf("#status")})`);
    const other = await browser.open(await one.evaluate("location.href"), WIDE);
    await askIn(one, QUESTION);
    await until(other, `/articles/.test(${textOf("#status")})`);
    await askIn(other, UNANSWERABLE);
    await askIn(one, "And what happens to the season tickets?");
    expect(await one.evaluate("document.querySelectorAll('.asked button').length")).toBe(2);
    expect(await other.evaluate("document.querySelectorAll('.asked button').length")).toBe(0);
    await one.evaluate("document.querySelector('.asked button').click()");
    expect(await one.evaluate(textOf("#answer h2"))).toBe(QUESTION);
    await one.close();
    await askIn(other, QUESTION);
    await other.close();
  });

  test("says when its server is gone, and keeps what it shows", async () => {
    const page = await openPage([QUESTION]);
    await until(page, SHOWN);
    const reader = readers.at(-1);
    reader?.child.kill("SIGKILL");
    await reader?.ended;
    await page.evaluate(press("p"));
    await until(page, `${textOf("#status")}.startsWith("pullquote has ended")`);
    expect(await page.evaluate("document.querySelectorAll('.exhibit').length")).toBeGreaterThan(0);
    await page.close();
  });
});
