// What day it is.

/** Today where the reader is, as `YYYY-MM-DD`. */
export type ReadToday = () => string;
