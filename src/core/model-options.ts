// Options that the user passes through to a model server: `--option num_ctx=8192`.

/** `--option num_ctx=8192` → `{ num_ctx: 8192 }`. Names are the provider's own. */
export type ModelOptions = Readonly<Record<string, string | number | boolean>>;
