import { expect, test } from "vitest";
import { mapAhead } from "../../src/corpus/map-ahead.ts";

/** Work on each item that ends when it is told to, in whatever order. */
class Desk {
  readonly begun: number[] = [];
  readonly #ends = new Map<number, () => void>();
  readonly work = (item: number): Promise<string> => {
    this.begun.push(item);
    return new Promise((resolve) => this.#ends.set(item, () => resolve(`done ${item}`)));
  };

  end(...items: number[]): void {
    for (const item of items) this.#ends.get(item)?.();
  }
}

test("results come in order, with no more than so many begun ahead", async () => {
  const desk = new Desk();
  const results = mapAhead([1, 2, 3, 4], 2, desk.work);
  const first = results.next();
  expect(desk.begun).toEqual([1, 2]);
  desk.end(2, 1);
  expect((await first).value).toBe("done 1");
  expect((await results.next()).value).toBe("done 2");
  expect(desk.begun).toEqual([1, 2, 3]);
  const third = results.next();
  expect(desk.begun).toEqual([1, 2, 3, 4]);
  desk.end(3, 4);
  expect([(await third).value, (await results.next()).value]).toEqual(["done 3", "done 4"]);
  expect((await results.next()).done).toBe(true);
});

test("a failure is met when its turn comes, and stops nobody who left before", async () => {
  const fail = async (item: number): Promise<number> => {
    if (item === 2) throw new Error("two");
    return item;
  };
  const results = mapAhead([1, 2], 2, fail);
  expect((await results.next()).value).toBe(1);
  await expect(results.next()).rejects.toThrow("two");
  const left = mapAhead([1, 2], 2, fail);
  expect((await left.next()).value).toBe(1);
  await left.return();
});
