// The packages tesseract.js and its English data, where they are installed → the engine, in a thread of its own. No network.

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PullquoteError } from "../../core/errors.ts";
import type { PageImage, RecogniseImage, ScannedText } from "../../core/ports/scan-reader.ts";
import { explainCause } from "../../corpus/formats/format.ts";

type Library = typeof import("tesseract.js");
type Worker = Awaited<ReturnType<Library["createWorker"]>>;

/** The versions that were tested. */
const PACKAGES = "tesseract.js@7.0.0 @tesseract.js-data/eng@1.0.0";
/** Where they are not installed. `-g` where pullquote itself is. */
export const INSTALL_OCR: string = `install what recognises text: npm install ${PACKAGES} (npm install -g … where pullquote was installed so)`;
/** A page that takes longer is one that was made to. */
const PAGE_MS = 120_000;
const LSTM_ONLY = 1;

export interface Engine {
  readonly name: string;
  readonly recognise: RecogniseImage;
  close(): Promise<void>;
}

/** Nothing where the packages are not installed. */
export async function openEngine(): Promise<Engine | undefined> {
  const found = await findPackages();
  if (found === undefined) return undefined;
  let worker: Promise<Worker> | undefined;
  let fail: ((cause: unknown) => void) | undefined;
  const stop = async (): Promise<void> => {
    const running = await worker?.catch(() => undefined);
    worker = undefined;
    await running?.terminate();
  };
  /** Ends when the engine fails, which its own promises may not tell. */
  const guard = <Result>(work: Promise<Result>): Promise<Result> =>
    Promise.race([
      work,
      new Promise<never>((_, reject) => {
        fail = reject;
      }),
    ]);
  const recognise: RecogniseImage = async (image, signal) => {
    worker ??= guard(startWorker(found, (cause) => fail?.(cause)));
    const running = await worker.catch((cause: unknown) => {
      worker = undefined;
      throw refuseEngine(cause);
    });
    const read = guard(readImage(running, image)).catch(
      (cause: unknown) => `recognition failed: ${explainCause(cause)}`,
    );
    const result = await withinTime(read, signal);
    // A thread that failed, or is still at it, is of no more use.
    if (typeof result === "string") await stop();
    signal?.throwIfAborted();
    return result;
  };
  return { name: PACKAGES, recognise, close: stop };
}

interface Packages {
  readonly library: Library;
  readonly data: string;
}

async function findPackages(): Promise<Packages | undefined> {
  try {
    const package_ = createRequire(import.meta.url).resolve("@tesseract.js-data/eng/package.json");
    const data = join(dirname(package_), "4.0.0_best_int");
    if (!existsSync(join(data, "eng.traineddata.gz"))) return undefined;
    const { default: library } = await import("tesseract.js");
    return { library: library as unknown as Library, data };
  } catch {
    return undefined;
  }
}

/** Data from the package's folder, kept nowhere else: with these options nothing is fetched and nothing written. */
async function startWorker(
  { library, data }: Packages,
  fail: (cause: unknown) => void,
): Promise<Worker> {
  const worker = await library.createWorker("eng", LSTM_ONLY, {
    langPath: data,
    cacheMethod: "none",
    gzip: true,
    errorHandler: fail,
  });
  // The thread itself, which the package's types leave out.
  const { worker: thread } = worker as unknown as { worker: NodeJS.EventEmitter };
  thread.on("error", fail);
  await worker.setParameters({
    tessedit_pageseg_mode: library.PSM.AUTO,
    debug_file: "/dev/null",
  });
  return worker;
}

async function readImage(worker: Worker, image: PageImage): Promise<ScannedText> {
  const { data } = await worker.recognize(writePgm(image), {}, { text: false, blocks: true });
  return (data.blocks ?? [])
    .flatMap(({ paragraphs }) => paragraphs)
    .map(({ lines }) =>
      lines
        .map(({ words }) =>
          words
            .filter(({ text }) => text.trim() !== "")
            .map(({ text, confidence, bbox: { x0, y0, x1, y1 } }) => ({
              text: text.trim(),
              confidence: Math.max(0, Math.min(100, Math.floor(confidence))),
              box: [x0, y0, x1, y1] as const,
            })),
        )
        .filter((words) => words.length > 0),
    )
    .filter((lines) => lines.length > 0);
}

/** Netpbm's grey map, which needs no packing. */
function writePgm({ width, height, grey }: PageImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey]);
}

/** Ends at once where the signal aborts. */
async function withinTime<Result>(
  work: Promise<Result>,
  signal: AbortSignal | undefined,
): Promise<Result | string> {
  const stopped = new AbortController();
  const told = AbortSignal.any([stopped.signal, ...(signal === undefined ? [] : [signal])]);
  const timer = setTimeout(() => stopped.abort(), PAGE_MS);
  const ended = new Promise<string>((done) => {
    told.addEventListener("abort", () => done("it takes too long to read"), { once: true });
  });
  try {
    signal?.throwIfAborted();
    return await Promise.race([work, ended]);
  } finally {
    clearTimeout(timer);
    stopped.abort();
  }
}

function refuseEngine(cause: unknown): PullquoteError {
  return new PullquoteError({
    code: "ocr-failed",
    message: `Text recognition cannot start: ${explainCause(cause)}.`,
    hint: `Install it again: npm install ${PACKAGES}`,
    cause,
  });
}
