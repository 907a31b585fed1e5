import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { decodeText } from "../../../src/corpus/formats/decode-text.ts";
import { parseArticle } from "../../../src/corpus/read/parse-article.ts";

/** Not by Node's decoder: some versions of it take this encoding for Latin-1. */
const CURLY: Readonly<Record<string, number>> = {
  "“": 0x93,
  "”": 0x94,
  "’": 0x92,
  "–": 0x96,
  "…": 0x85,
  "€": 0x80,
};
const encode = (text: string, encoding: string): Uint8Array => {
  const decoder = new TextDecoder(encoding);
  const bytes = Array.from({ length: 256 }, (_, byte) => decoder.decode(Uint8Array.of(byte)));
  return Uint8Array.from(
    Array.from(
      text,
      (character) =>
        (encoding === "windows-1252" ? CURLY[character] : undefined) ?? bytes.indexOf(character),
    ),
  );
};

describe("a text in a legacy encoding is read, and the guess is told", () => {
  test.each([
    ["windows-1252", "“We won’t sell the café,” Zoë Müller said – not for £5m, not for €6m…"],
    [
      "windows-1252",
      "Le préfet a déclaré que l’école fermera à midi, malgré les élèves et le maire.",
    ],
    [
      "windows-1252",
      "Der Bürgermeister erklärte am Freitag, die Brücke über den Fluß bleibe gesperrt.",
    ],
    [
      "macintosh",
      "“We don’t sell the café,” Zoë Müller said — “It’s ours,” the owner’s niece said.",
    ],
    [
      "windows-1250",
      "Burmistrz powiedział, że most będzie zamknięty do końca października, a tłum wyszedł.",
    ],
    [
      "windows-1251",
      "Мэр сказал, что мост будет закрыт до конца октября. Жители вышли на улицы города.",
    ],
    ["koi8-r", "Мэр сказал, что мост будет закрыт до конца октября. Жители вышли на улицы города."],
  ])("%s: %s", (encoding, text) => {
    expect(decodeText(encode(text, encoding))).toMatchObject({
      kind: "text",
      text,
      guessed: encoding,
    });
  });

  test("UTF-16 without a byte order mark too, in either order", () => {
    const text = "The ferry stops at noon, the captain said.";
    const little = Buffer.from(text, "utf16le");
    expect(decodeText(little)).toMatchObject({ kind: "text", text, guessed: "utf-16le" });
    expect(decodeText(Buffer.from(little).swap16())).toMatchObject({
      kind: "text",
      text,
      guessed: "utf-16be",
    });
  });

  test("as a doubt of the article, with its line", () => {
    const text =
      "Ferry stops at noon\n\nThe captain said the café stays open for the whole of the summer.";
    const file = {
      id: "a.txt",
      path: "a.txt",
      text,
      sha256: "0",
      textSha256: "0",
      size: 0,
      modified: 0,
    };
    const { metadata } = parseArticle({ ...file, guessedEncoding: "windows-1252" });
    expect(metadata.doubts).toMatchObject([
      { line: 3, detail: expect.stringContaining("windows-1252") },
    ]);
  });
});

test.each([
  [
    "UTF-8 with one broken byte",
    Buffer.concat([
      Buffer.from("The café – “open” – was full, "),
      Buffer.from([0xe9]),
      Buffer.from(" they said."),
    ]),
  ],
  [
    "a byte that the encoding lacks",
    Buffer.concat([Buffer.from("The ferry stops at noon, she said"), Buffer.from([0x81, 0x8d])]),
  ],
  ["noise", Uint8Array.from(randomBytes(4096).map((byte) => (byte < 32 ? byte + 32 : byte)))],
])("%s is not taken for a legacy text", (_, bytes) => {
  expect(decodeText(bytes)).toMatchObject({ kind: "undecodable", reason: "bad-encoding" });
});
