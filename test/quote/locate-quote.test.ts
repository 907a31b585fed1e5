import { expect, test } from "vitest";
import { verifyExcerpts } from "../../src/quote/locate-quote.ts";
import { draftOf, FILES } from "../verify/invented.ts";

const digests = new Map([...FILES.values()].map(({ id, sha256 }) => [id, sha256]));

test("excerpts that stand are kept in order and the others are left out", () => {
  const tickets = draftOf("harbour.txt", "Tickets cost 12 crowns.");
  const mayor = draftOf("council.md", "The mayor denied");
  const wrong = { ...mayor, text: "The mayor agreed" };
  const found = verifyExcerpts([tickets, wrong, mayor], { files: FILES, digests });
  expect(found.map(({ text }) => text)).toEqual([tickets.text, mayor.text]);
});

test("nothing is minted from a file that is not the one indexed", () => {
  const tickets = draftOf("harbour.txt", "Tickets cost 12 crowns.");
  const stale = new Map([["harbour.txt", "sha-old"]]);
  expect(verifyExcerpts([tickets], { files: FILES, digests: stale })).toEqual([]);
});
