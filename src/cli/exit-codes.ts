// What the program's exit codes mean.

/** As ripgrep's; 130 is the shell's 128 + SIGINT. */
export const EXIT = { answered: 0, nothingFound: 1, error: 2, interrupted: 130 } as const;
