// What a rich text says of its code page and its fonts → the encoding that bytes are read in.

/** Of fonts by their `\fcharset`. */
const CHARSETS: Readonly<Record<number, string>> = {
  77: "macintosh",
  128: "shift_jis",
  129: "euc-kr",
  134: "gbk",
  136: "big5",
  161: "windows-1253",
  162: "windows-1254",
  163: "windows-1258",
  177: "windows-1255",
  178: "windows-1256",
  186: "windows-1257",
  204: "windows-1251",
  222: "windows-874",
  238: "windows-1250",
};
const CODE_PAGES: Readonly<Record<number, string>> = {
  866: "ibm866",
  874: "windows-874",
  932: "shift_jis",
  936: "gbk",
  949: "euc-kr",
  950: "big5",
  10000: "macintosh",
  65001: "utf-8",
};

export class RtfEncodings {
  /** Where no font says otherwise. */
  document = "windows-1252";
  readonly #fonts = new Map<number, string>();
  #font = 0;

  /** @returns the encoding from here on, where the control word changes it. */
  take(value: string, number = 0): string | undefined {
    switch (value) {
      case "ansicpg":
        this.document = nameCodePage(number);
        return this.document;
      case "mac":
        this.document = "macintosh";
        return this.document;
      case "f":
        this.#font = number;
        return this.#fonts.get(number) ?? this.document;
      case "fcharset":
        this.#fonts.set(this.#font, CHARSETS[number] ?? this.document);
        return undefined;
      case "plain":
        return this.document;
      default:
        return undefined;
    }
  }
}

function nameCodePage(number: number): string {
  if (number >= 1250 && number <= 1258) return `windows-${number}`;
  return CODE_PAGES[number] ?? "windows-1252";
}
