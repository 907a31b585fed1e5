// What jq-web gives, which has no types of its own: jq as WebAssembly; `raw` throws where jq exits with an error.

declare module "jq-web" {
  const jq: Promise<{
    raw(json: string, program: string, flags: readonly string[]): string | undefined;
  }>;
  export = jq;
}
