// The page in a real browser: what it asks for, how wide it is, how well it reads.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderHtml } from "../../src/export/render-html.ts";
import { annotateCase } from "../export/annotate-case.ts";
import { findTool } from "./find-tool.ts";
import { type Browser, openChromium, type PageView } from "./open-chromium.ts";

const chromium = findTool("Chromium", ["chromium", "chromium-browser", "google-chrome"]);
const NAMES = ["two-reports", "brief", "scripts", "abstention", "hostile"];
const VIEWS: readonly PageView[] = [320, 800, 1600].flatMap((width) =>
  (["light", "dark"] as const).map((scheme) => ({ width, height: 900, scheme })),
);

/** The least contrast of any text with what lies behind it, and where. Run in the page. */
const LEAST_CONTRAST = `(() => {
  const parse = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const light = ([red, green, blue]) => [red, green, blue]
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (element) => {
    const colour = parse(getComputedStyle(element).backgroundColor);
    return colour[3] === 0 && element.parentElement ? behind(element.parentElement) : colour;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let least = { ratio: 21, text: "" };
  while (walker.nextNode()) {
    const { parentElement: element, data } = walker.currentNode;
    if (data.trim() === "") continue;
    const [one, other] = [light(parse(getComputedStyle(element).color)), light(behind(element))];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (ratio < least.ratio) least = { ratio, text: data.trim().slice(0, 60) };
  }
  return least;
})()`;

describe.skipIf(chromium === undefined)("the HTML export in Chromium", () => {
  const folder = mkdtempSync(join(tmpdir(), "pullquote-page-"));
  const file = join(folder, "session.html");
  let browser: Browser;

  beforeAll(async () => {
    writeFileSync(file, renderHtml(await Promise.all(NAMES.map(annotateCase))));
    browser = openChromium(chromium ?? "");
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  test("asks for nothing but itself, runs nothing, and its policy lets its style through", async () => {
    const page = await browser.open(`file://${file}`, { width: 800, height: 900 });
    expect(page.requested).toEqual([`file://${file}`]);
    expect(page.logged).toEqual([]);
    expect(
      await page.evaluate("document.querySelectorAll('script,img,iframe,form,object').length"),
    ).toBe(0);
    expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe(
      "rgb(251, 250, 246)",
    );
    await page.close();
  });

  test("a script put into it would not run", async () => {
    const page = await browser.open(`file://${file}`, { width: 800, height: 900 });
    const ran = await page.evaluate(`(() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'ran'";
      document.body.append(script);
      return document.title;
    })()`);
    expect(ran).not.toBe("ran");
    expect(page.logged.join()).toMatch(/Content Security Policy/);
    await page.close();
  });

  test.each(VIEWS)(
    "fits a window of $width units, $scheme, and its words stand out",
    async (view) => {
      const page = await browser.open(`file://${file}`, view);
      const [wide, outside] = await page.evaluate<[number, string[]]>(`[
      document.scrollingElement.scrollWidth,
      [...document.querySelectorAll("main *")]
        .filter((element) => !element.closest("pre, .kicker") && element.getBoundingClientRect().right > innerWidth + 1)
        .map((element) => element.outerHTML.slice(0, 80)),
    ]`);
      expect(outside).toEqual([]);
      expect(wide).toBeLessThanOrEqual(view.width);
      const least = await page.evaluate<{ ratio: number; text: string }>(LEAST_CONTRAST);
      expect(least.ratio, least.text).toBeGreaterThanOrEqual(4.5);
      await page.close();
    },
  );

  test("shows a quote beside its paragraph in a wide window, above it in a narrow one", async () => {
    const tops = `["blockquote.quote", ".clipping"].map((name) => document.querySelector(name).getBoundingClientRect().top)`;
    for (const width of [320, 1600]) {
      const page = await browser.open(`file://${file}`, { width, height: 900 });
      const [quote = 0, paragraph = 0] = await page.evaluate<number[]>(tops);
      expect(paragraph - quote < 5).toBe(width === 1600);
      await page.close();
    }
  });

  test("is read in order: skip link, banner, questions, answers, each with its heading", async () => {
    const page = await browser.open(`file://${file}`, { width: 800, height: 900 });
    const nodes = await page.accessibility();
    const named = (role: string): string[] =>
      nodes.filter((node) => node.role === role).map(({ name }) => name);
    expect(nodes.find(({ role }) => role === "link")?.name).toBe("Skip to the answers");
    for (const role of ["banner", "main", "contentinfo"]) expect(named(role)).toHaveLength(1);
    expect(named("navigation")).toEqual(["Questions"]);
    expect(named("heading").filter((name) => name.startsWith("Question:"))).toHaveLength(5);
    expect(named("group")).toContain("Where quote 1 stands");
    expect(named("link").every((name) => name.trim() !== "")).toBe(true);
    await page.close();
  });

  test("everything that a key can reach shows that it is reached", async () => {
    const page = await browser.open(`file://${file}`, { width: 800, height: 900 });
    const unseen = await page.evaluate(`[...document.querySelectorAll("a, summary, pre")]
      .filter((element) => {
        element.focus({ focusVisible: true });
        return element.closest("details:not([open])")?.contains(element) && element.tagName === "PRE"
          ? false
          : getComputedStyle(element).outlineStyle === "none";
      })
      .map((element) => element.outerHTML.slice(0, 80))`);
    expect(unseen).toEqual([]);
    await page.close();
  });
});
