// How a text is digested.

/** The sha256 of the text as UTF-8, in hexadecimal digits. */
export type DigestText = (text: string) => string;
