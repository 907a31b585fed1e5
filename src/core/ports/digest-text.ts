// The port that digests a text, so that capabilities need no crypto of their own.

/** The sha256 of the text as UTF-8, in hexadecimal digits. */
export type DigestText = (text: string) => string;
