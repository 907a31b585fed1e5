"""A corpus, a folder and an embedder's identity (JSON) -> two shards by examples/ray/rows.py, with letters as vectors."""

import ast
import json
import math
import os
import sys

sys.dont_write_bytecode = True
root = os.path.join(os.path.dirname(__file__), "..", "..", "..")
sys.path.insert(0, os.path.join(root, "examples", "ray"))
from rows import write_shard

# Ray itself is not here: its job must at least be Python.
with open(os.path.join(root, "examples", "ray", "job.py"), encoding="utf-8") as file:
    ast.parse(file.read())


def embed(texts):
    vectors = []
    for text in texts:
        counts = [0.0] * 32
        for letter in text.lower():
            counts[ord(letter) % 32] += 1
        length = math.hypot(*counts)
        vectors.append([count / length for count in counts])
    return vectors


corpus, out, embedder = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
for part in (1, 2):
    write_shard(os.path.join(out, str(part)), corpus, embedder, part, 2, embed)
