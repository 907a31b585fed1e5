"""Figures on held-out groups: python held.py CHECKPOINT... (environment as for train.py)

For each: among the sentences of all windows of a question, is the highest one that answers (first); does the highest logit tell
answered from unanswered questions (AUROC), over those written so and over those with a name or number exchanged; as written and
roughly typed; without titles and with.
"""
import os
import sys

import torch

from reader import Encoder, load, sentence_logits
from train import batches, collate, data
from windows import Windows, question_names


def area(yes, no):
    if not yes or not no:
        return float("nan")
    yes, no = torch.tensor(yes), torch.tensor(no)
    return float(((yes[:, None] > no[None]).float() + 0.5 * (yes[:, None] == no[None]).float()).mean())


@torch.no_grad()
def figures(network, groups):
    right, yes, no, exchanged = [], [], [], []
    for some in batches(groups, 3000):
        b = collate(some)
        z, there = sentence_logits(network(b["ids"], b["mask"], b["types"]), b["owner"], b["answers"].shape[1])
        z = z.masked_fill(~there, -1e4)
        for n, (kind, _) in enumerate(some):
            mine = b["group"] == n
            y = b["answers"][mine].flatten()
            top, at = z[mine].flatten().max(0)
            if y.sum() > 0:
                right.append(y[at].item())
                yes.append(top.item())
            else:
                (exchanged if kind == "altered" else no).append(top.item())
    return f"first {sum(right) / max(1, len(right)):.3f} AUROC written {area(yes, no):.3f} exchanged {area(yes, exchanged):.3f} ({len(yes)}, {len(no)}, {len(exchanged)})"


def main(paths):
    torch.set_num_threads(int(os.environ.get("THREADS", 2)))
    left_out = set(open(os.environ["LEFT_OUT"]).read().split("\n")) if "LEFT_OUT" in os.environ else ()
    articles, news, held, public, held_public = data(os.environ["DATA"], left_out)
    encoder, names = Encoder(os.environ["TOKENIZER"]), question_names(g["q"] for g in news + public)
    sets = {}
    for label, titles, rough in (("news", 0, False), ("news, titles", 1, False), ("news, titles, rough", 1, True)):
        made = Windows(encoder, articles, names, seed=7)
        sets[label] = [made.news(g, most=3, titles=titles, rough=rough) for g in held]
    sets["public"] = [Windows(encoder, articles, names, seed=7).public(g, most=3, rough=False) for g in held_public]
    for path in paths:
        network = load(path).eval()
        for label, groups in sets.items():
            print(f"{path} {label}: {figures(network, groups)}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
