"""Trains the reader for so many seconds of wall time: python train.py START OUT SECONDS

START: a checkpoint to go on from. OUT: folder for `last.pt`. Environment: DATA (folder of news.json.gz and public.json.gz),
TOKENIZER, RATE (7e-5), PUBLIC (public groups to a news group, 1.5), TOKENS in a step (3000), FROZEN (layers that stay as they are,
0), HALF (1: bfloat16 where a loss allows it, on processors that have it), THREADS (2), SEED (of the order and the
alterations, 1: another one to go on with), LEFT_OUT (file of questions, one a line,
never trained on).

A question's windows compete: their sentences and "none of them" share one softmax. The rate falls to nothing as time runs out.
"""
import gzip
import json
import os
import sys
import time
import zlib

import torch
import torch.nn.functional as F
from torch import nn

from reader import OUTSIDE, Encoder, load, sentence_logits
from windows import Windows, question_names

SEEN_BUT_NOT_TRAINED = 12  # one article in so many is held out with all its questions


def read(path):
    with gzip.open(path, "rt") as f:
        return json.load(f)


def data(folder, left_out=()):
    """articles; news groups to train and held out; public groups to train and held out"""
    news, public = read(f"{folder}/news.json.gz"), read(f"{folder}/public.json.gz")
    held = lambda g: zlib.crc32(g["article"].encode()) % SEEN_BUT_NOT_TRAINED == 0 or g["q"] in left_out
    train = [g for g in news["groups"] if not held(g)]
    test = [g for g in news["groups"] if held(g)]
    return news["articles"], train, test, public[300:], public[:300]


def collate(groups):
    """Tensors of all windows; of which group each is."""
    rows = [w for _, windows in groups for w in windows]
    group = torch.tensor([n for n, (_, windows) in enumerate(groups) for _ in windows])
    wide, many = max(len(r[0]) for r in rows), max(len(r[3]) for r in rows)
    shape = (len(rows), wide)
    ids, mask, types = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
    owner = torch.full(shape, OUTSIDE)
    start, end, known, answers = torch.zeros(shape), torch.zeros(shape), torch.zeros(len(rows)), torch.zeros(len(rows), many)
    for n, (i, t, o, y, spans) in enumerate(rows):
        k = len(i)
        ids[n, :k], mask[n, :k], types[n, :k], owner[n, :k] = torch.tensor(i), 1, torch.tensor(t), torch.tensor(o)
        answers[n, : len(y)] = torch.tensor(y, dtype=torch.float)
        if spans is not None:
            known[n] = 1
            for a, b in spans or [(0, 0)]:
                start[n, a] = end[n, b] = 1
    return dict(ids=ids, mask=mask, types=types, owner=owner, answers=answers, start=start, end=end, known=known, group=group)


def loss(out, b):
    logits, there = sentence_logits(out, b["owner"], b["answers"].shape[1])
    each = F.binary_cross_entropy_with_logits(logits, b["answers"], reduction="none", pos_weight=torch.tensor(2.0))
    each = (each * there).sum() / there.sum()
    ranked, count = 0.0, int(b["group"].max()) + 1
    for g in range(count):
        mine = b["group"] == g
        z, y = logits[mine][there[mine]], b["answers"][mine][there[mine]]
        z, y = torch.cat([torch.zeros(1), z]), torch.cat([(y.sum() == 0).float().view(1), y])
        ranked = ranked - torch.logsumexp(z.log_softmax(0).masked_fill(y == 0, -1e4), 0)
    can = b["owner"] != OUTSIDE
    can[:, 0] = True
    spans = 0.0
    for column, target in ((2, b["start"]), (3, b["end"])):
        chance = out[..., column].float().masked_fill(~can, -1e4).log_softmax(-1)
        spans = spans - torch.logsumexp(chance.masked_fill(target == 0, -1e4), 1) * b["known"]
    return 0.7 * each + ranked / count + 0.2 * spans.sum() / b["known"].sum().clamp(min=1)


def batches(groups, room):
    """Groups of like length together, at most `room` tokens with padding."""
    size = lambda g: max(len(w[0]) for w in g[1])
    batch, rows = [], 0
    for g in sorted(groups, key=size):
        if batch and size(g) * (rows + len(g[1])) > room:
            yield batch
            batch, rows = [], 0
        batch.append(g)
        rows += len(g[1])
    if batch:
        yield batch


def stream(windows, news, public, share, room):
    """Batches without end: all news groups, with some of the public ones among them, then again."""
    draw, at = windows.random, 0
    while True:
        some = [public[(at + n) % len(public)] for n in range(int(len(news) * share))]
        at += len(some)
        mixed = [(lambda g: windows.news(g, most=3), g) for g in news] + [(windows.public, g) for g in some]
        draw.shuffle(mixed)
        for n in range(0, len(mixed), 300):
            ready = list(batches([make(g) for make, g in mixed[n : n + 300]], room))
            draw.shuffle(ready)
            yield from ready


def optimizer(network, rate, frozen):
    """Adam on all but the lowest layers (and what feeds them): on two cores these cost a third of the time and learn least."""
    for part in [network.bert.embeddings, *network.bert.encoder.layer[:frozen]]:
        part.requires_grad_(False)
    named = [(n, p) for n, p in network.bert.named_parameters() if p.requires_grad]
    plain = lambda n: n.endswith("bias") or "LayerNorm" in n
    return torch.optim.AdamW(
        [
            dict(params=[p for n, p in named if not plain(n)], lr=rate, weight_decay=0.01),
            dict(params=[p for n, p in named if plain(n)], lr=rate, weight_decay=0.0),
            dict(params=network.head.parameters(), lr=5 * rate, weight_decay=0.01),
        ]
    )


def main(start, folder, seconds):
    setting = lambda name, default: type(default)(os.environ.get(name, default))
    torch.manual_seed(1)
    torch.set_num_threads(setting("THREADS", 2))
    os.makedirs(folder, exist_ok=True)
    left_out = set(open(os.environ["LEFT_OUT"]).read().split("\n")) if "LEFT_OUT" in os.environ else ()
    articles, news, _, public, _ = data(os.environ["DATA"], left_out)
    windows = Windows(Encoder(os.environ["TOKENIZER"]), articles, question_names(g["q"] for g in news + public), setting("SEED", 1))
    network = load(start).train()
    adam, seconds = optimizer(network, setting("RATE", 7e-5), setting("FROZEN", 0)), float(seconds)
    rates = [g["lr"] for g in adam.param_groups]
    half = setting("HALF", 1) == 1
    print(f"{len(news)} news groups, {len(public)} public", flush=True)
    begun = saved = time.time()
    seen, recent = 0, []
    feed = stream(windows, news, public, setting("PUBLIC", 1.5), setting("TOKENS", 3000))
    for step, groups in enumerate(feed):
        spent = time.time() - begun
        if spent >= seconds:
            break
        for g, rate in zip(adam.param_groups, rates):
            g["lr"] = rate * min(1, (step + 1) / 40) * max(0.01, 1 - spent / seconds)
        b = collate(groups)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
            out = network(b["ids"], b["mask"], b["types"])
        value = loss(out, b)
        value.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        adam.step()
        adam.zero_grad(set_to_none=True)
        seen += len(groups)
        recent = recent[-99:] + [value.item()]
        if step % 20 == 0:
            print(f"{spent:.0f} s, step {step}, {seen} groups, loss {sum(recent) / len(recent):.3f}", flush=True)
        if time.time() - saved > 180:
            saved = time.time()
            save(network, folder)
    save(network, folder)
    print(f"end: {seen} groups", flush=True)


def save(network, folder):
    torch.save(dict(m=network.state_dict()), f"{folder}/new.pt")
    os.replace(f"{folder}/new.pt", f"{folder}/last.pt")


if __name__ == "__main__":
    main(*sys.argv[1:])
