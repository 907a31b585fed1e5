// What we use of onnxruntime-node 1.16, whose package carries no types of its own.

declare module "onnxruntime-node" {
  export interface Tensor {
    readonly data: Float32Array | BigInt64Array;
  }
  export interface InferenceSession {
    readonly outputNames: readonly string[];
    run(feeds: Readonly<Record<string, Tensor>>): Promise<Readonly<Record<string, Tensor>>>;
    release(): Promise<void>;
  }
  export interface SessionOptions {
    readonly graphOptimizationLevel?: "disabled" | "basic" | "extended" | "all";
    readonly executionMode?: "sequential" | "parallel";
    readonly intraOpNumThreads?: number;
    readonly interOpNumThreads?: number;
    readonly enableCpuMemArena?: boolean;
    /** 0 verbose to 4 fatal. */
    readonly logSeverityLevel?: 0 | 1 | 2 | 3 | 4;
  }
  export const InferenceSession: {
    create(path: string, options: SessionOptions): Promise<InferenceSession>;
  };
  export const Tensor: new (
    type: "int64",
    values: BigInt64Array,
    shape: readonly number[],
  ) => Tensor;
}
