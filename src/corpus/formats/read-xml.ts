// XML → its elements and words, told one after the other to whoever reads them.

import { decodeText } from "./decode-text.ts";
import { explainCause } from "./format.ts";

export type XmlAttributes = Readonly<Record<string, string>>;

/** Names of elements and attributes come without their prefix, which is the writer's choice. */
export interface XmlVisitor {
  open(name: string, attributes: XmlAttributes, parent: string): void;
  words(words: string): void;
  close(name: string): void;
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Nothing outside is fetched, and entities that a file declares are not expanded. @returns what is wrong. */
export async function readXml(bytes: Uint8Array, visitor: XmlVisitor): Promise<string | undefined> {
  const decoded = decodeText(bytes);
  if (decoded.kind === "undecodable") return decoded.detail;
  const { default: sax } = await import("sax");
  const parser = sax.parser(true, { position: false });
  const within: string[] = [""];
  parser.onopentag = ({ name, attributes }) => {
    const local = localName(name);
    visitor.open(local, readAttributes(attributes), within.at(-1) ?? "");
    within.push(local);
  };
  parser.ontext = (words) => visitor.words(words);
  parser.oncdata = (words) => visitor.words(words);
  parser.onclosetag = (name) => {
    within.pop();
    visitor.close(localName(name));
  };
  parser.onerror = (error) => {
    throw error;
  };
  try {
    parser.write(decoded.text).close();
  } catch (cause) {
    return explainCause(cause).split("\n")[0];
  }
  return undefined;
}

function readAttributes(attributes: Readonly<Record<string, unknown>>): XmlAttributes {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [localName(name), String(value)]),
  );
}

/** The words of each element of these names, in order. What is not well-formed gives what stands before. */
export async function readXmlFields(
  bytes: Uint8Array,
  names: readonly string[],
): Promise<readonly (readonly [name: string, value: string])[]> {
  const fields: [string, string][] = [];
  let isOpen = false;
  await readXml(bytes, {
    open: (name) => {
      isOpen = names.includes(name);
      if (isOpen) fields.push([name, ""]);
    },
    words: (words) => {
      const field = fields.at(-1);
      if (isOpen && field !== undefined) field[1] += words;
    },
    close: () => {
      isOpen = false;
    },
  });
  return fields.filter(([, value]) => value.trim() !== "");
}
