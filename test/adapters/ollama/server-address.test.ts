import { describe, expect, test } from "vitest";
import { readServerAddress } from "../../../src/adapters/ollama/server-address.ts";

const cases: readonly (readonly [string | undefined, string, boolean])[] = [
  [undefined, "http://127.0.0.1:11434", true],
  ["", "http://127.0.0.1:11434", true],
  ["0.0.0.0", "http://127.0.0.1:11434", true],
  ["0.0.0.0:8080", "http://127.0.0.1:8080", true],
  [":8080", "http://127.0.0.1:8080", true],
  ["localhost", "http://localhost:11434", true],
  ["127.0.0.1:11500", "http://127.0.0.1:11500", true],
  ["http://127.0.0.1:11500/", "http://127.0.0.1:11500", true],
  ["[::]:11434", "http://[::1]:11434", true],
  ["[::1]", "http://[::1]:11434", true],
  ["::1", "http://[::1]:11434", true],
  ["example.org", "http://example.org:11434", false],
  ["https://example.org", "https://example.org", false],
  ["https://example.org:8443/ollama/", "https://example.org:8443/ollama", false],
  ['"192.168.1.5:11434"', "http://192.168.1.5:11434", false],
];

describe("OLLAMA_HOST", () => {
  test.each(cases)("%j is the server at %s", (setting, url, isLocal) => {
    expect(readServerAddress(setting)).toMatchObject({ url, isLocal });
  });

  test("keeps user and password out of the address", () => {
    const address = readServerAddress("http://ann:secret@example.org:1234");
    expect(address.url).toBe("http://example.org:1234");
    expect(address.authorization).toBe(`Basic ${btoa("ann:secret")}`);
  });

  test.each(["a b", "http://exa mple:1", "ftp://x:1"])("%j is refused", (setting) => {
    expect(() => readServerAddress(setting)).toThrow(/OLLAMA_HOST/);
  });
});
