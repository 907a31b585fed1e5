// What one check of the doctor found.

/** A `note` needs no repair; a `fault` has a fix: the command to run, or the change to make. */
export interface Check {
  readonly name: string;
  readonly verdict: "well" | "note" | "fault";
  readonly detail: string;
  readonly fix?: string;
}

export const well = (name: string, detail: string): Check => ({ name, verdict: "well", detail });
export const note = (name: string, detail: string, fix?: string): Check => ({
  name,
  verdict: "note",
  detail,
  ...(fix !== undefined && { fix }),
});
export const fault = (name: string, detail: string, fix: string): Check => ({
  name,
  verdict: "fault",
  detail,
  fix,
});
