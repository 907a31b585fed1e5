"""A folder of text files -> shards of a pullquote index, each made by a Ray worker, embedded by an Ollama server.

    pullquote shard --part 1/1 --manifest /dev/null --out empty --embedder ollama:nomic-embed-text --corpus DIR
    python job.py --corpus DIR --out shards --parts 16 --like empty
    pullquote index --adopt shards/* --embedder ollama:nomic-embed-text --corpus DIR

`--like` is a shard of nothing: its state.json says which embedder the index will be of.
"""

import argparse
import json
import math
import os
import urllib.request

from rows import write_shard


def open_ollama(model, server):
    """Texts -> vectors of length 1, asked of the server's /api/embed."""

    def embed(texts):
        body = json.dumps({"model": model, "input": texts}).encode("utf-8")
        request = urllib.request.Request(
            f"{server}/api/embed", body, {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=300) as answer:
            vectors = json.load(answer)["embeddings"]
        return [[number / math.hypot(*vector) for number in vector] for vector in vectors]

    return embed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--corpus", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--parts", type=int, default=16)
    parser.add_argument("--like", required=True)
    parser.add_argument("--server", default=os.environ.get("OLLAMA_HOST", "http://127.0.0.1:11434"))
    wanted = parser.parse_args()
    with open(os.path.join(wanted.like, "state.json"), encoding="utf-8") as file:
        embedder = json.load(file)["embedder"]

    import ray

    ray.init()

    @ray.remote
    def make(part):
        embed = open_ollama(embedder["model"], wanted.server)
        out = os.path.join(wanted.out, str(part))
        return write_shard(out, wanted.corpus, embedder, part, wanted.parts, embed)

    counts = ray.get([make.remote(part) for part in range(1, wanted.parts + 1)])
    print(f"{sum(counts)} articles in {wanted.parts} shards")


if __name__ == "__main__":
    main()
