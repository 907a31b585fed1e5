"""Checkpoint -> 8-bit ONNX: python export.py CHECKPOINT OUT; prints what is lost and the file's sha256."""
import hashlib
import os
import sys

import numpy as np
import onnxruntime as ort
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from reader import load

NAMES = ["input_ids", "attention_mask", "token_type_ids"]


def main(checkpoint, out):
    network = load(checkpoint, attention="eager").eval()
    os.makedirs(out, exist_ok=True)
    full, small = f"{out}/model.onnx", f"{out}/model_quantized.onnx"
    example = torch.randint(1000, 2000, (2, 32))
    torch.onnx.export(
        network,
        (example, torch.ones_like(example), torch.zeros_like(example)),
        full,
        input_names=NAMES,
        output_names=["out"],
        dynamic_axes={name: {0: "b", 1: "t"} for name in [*NAMES, "out"]},
        opset_version=14,
        dynamo=False,
    )
    quantize_dynamic(full, small, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gather"])
    ids = torch.randint(1000, 20000, (1, 150))
    inputs = (ids, torch.ones_like(ids), torch.zeros_like(ids))
    with torch.no_grad():
        right = network(*inputs).numpy()
    for path in (full, small):
        session = ort.InferenceSession(path, providers=["CPUExecutionProvider"])
        got = session.run(None, {n: t.numpy() for n, t in zip(NAMES, inputs)})[0]
        print(f"{path}: {os.path.getsize(path)} bytes, largest difference {np.abs(right - got).max():.4f}")
    os.remove(full)
    print(hashlib.sha256(open(small, "rb").read()).hexdigest())


if __name__ == "__main__":
    main(*sys.argv[1:])
