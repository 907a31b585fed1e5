// The port that tells what day it is: words like "last year" count from it.

/** Today where the reader is, as `YYYY-MM-DD`. */
export type ReadToday = () => string;
