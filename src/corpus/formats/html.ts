// A saved web page: how it is told. Its reading is loaded when there is one.

import { type Format, opensWith } from "./format.ts";

const PAGE =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;
const FRAGMENT =
  /<(?:p|div|h[1-6]|ul|ol|table|blockquote|article|section|span|a|br|em|strong|i|b|img)\b[^>]*>|&(?:#\w+|[a-z]\w+);/i;
const NAME = /\.(?:html?|xhtml)$/i;

export const HTML_FORMAT: Format = {
  name: "web page",
  endings: [".html", ".htm", ".xhtml"],
  matches: (file) => opensWith(file, PAGE) || (NAME.test(file.name) && opensWith(file, FRAGMENT)),
  extract: async (file) => (await import("./html-page.ts")).readPage(file),
};
