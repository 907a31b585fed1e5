// Rich text (RTF): how it is told. Its reading is loaded when there is one.

import { type Format, opensWith } from "./format.ts";

export const RTF: Format = {
  name: "RTF",
  endings: [".rtf"],
  matches: (file) => opensWith(file, /^\{\\rtf/),
  extract: async (file) => (await import("./rtf-file.ts")).readRtf(file),
};
