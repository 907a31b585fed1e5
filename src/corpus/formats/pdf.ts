// A PDF: how it is told. Its reading is loaded when there is one.

import { type Format, opensWith } from "./format.ts";

export const PDF: Format = {
  name: "PDF",
  endings: [".pdf"],
  matches: (file) => opensWith(file, /%PDF-\d|^\s*\d+ \d+ obj\b/),
  extract: async (file, options) => (await import("./pdf-file.ts")).readPdf(file, options),
};
