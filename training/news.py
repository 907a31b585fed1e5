"""Questions on news articles -> groups: python news.py QUESTIONS.jsonl.gz ARTICLES.jsonl.gz OUT.json.gz

A question gets its article, the sentences that answer (none: nothing does) or tempt, the answer's places, and from the
other articles passages that resemble the question and names that resemble its names. Articles are kept as sentences.
"""
import collections
import gzip
import json
import re
import sys
from math import log

import numpy as np

END = re.compile(r'(?<=[.!?]["”’\')\]])\s+|(?<=[.!?])\s+(?=["“‘\'(\[]?[A-Z0-9])')
SHORT = "Mr|Mrs|Ms|Dr|Prof|St|Gen|Lt|Col|Sen|Rep|Gov|Jr|Sr|vs|etc|No|Inc|Co|Corp|U\\.S|U\\.K|a\\.m|p\\.m|e\\.g|i\\.e|c|ca|Jan|Feb|Aug|Sept|Oct|Nov|Dec|[A-Z]"
ABBREVIATION = re.compile(rf"(?:\b(?:{SHORT}))\.$")
NAME = re.compile(r"(?<!^)(?<![.!?] )\b[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*")
PACK, NEAR = 5, 6  # sentences of a foreign passage; how many of them a question gets


def sentences(text):
    out = []
    for paragraph in re.split(r"\n+", text):
        last = 0
        for m in END.finditer(paragraph):
            if not ABBREVIATION.search(paragraph[last : m.start()]):
                out.append(paragraph[last : m.start()].strip())
                last = m.end()
        out.append(paragraph[last:].strip())
    return [s for s in out if len(s) > 15]


def words(text):
    return re.findall(r"[a-z0-9]{3,}", text.lower())


def flat(text):
    return re.sub(r"\s+", " ", text)


class Index:
    """BM25 over passages of all articles."""

    def __init__(self, articles):
        self.where = [(a, k) for a, d in articles.items() for k in range(0, len(d["s"]), PACK)]
        self.articles, found, sizes = articles, collections.defaultdict(list), []
        for number, place in enumerate(self.where):
            count = collections.Counter(words(articles[place[0]]["title"] + " " + self.text(place)))
            sizes.append(sum(count.values()))
            for word, times in count.items():
                found[word].append((number, times))
        sizes, total = np.array(sizes, float), len(self.where)
        norm = 1.2 * (0.25 + 0.75 * sizes / sizes.mean())
        self.weights = {}
        for word, hits in found.items():
            if len(hits) < total * 0.1:
                at, times = np.array(hits).T
                idf = log(1 + (total - len(hits) + 0.5) / (len(hits) + 0.5))
                self.weights[word] = (at, idf * times * 2.2 / (times + norm[at]))

    def text(self, place):
        return " ".join(self.articles[place[0]]["s"][place[1] : place[1] + PACK])

    def nearest(self, question, most):
        score = np.zeros(len(self.where))
        for word in set(words(question)):
            if word in self.weights:
                at, weight = self.weights[word]
                score[at] += weight
        return [(self.where[n], score[n]) for n in np.argsort(-score)[:most]]


def near(index, question, article, answer, gold):
    """Passages of other articles that resemble the question and do not hold its answer; names that stand in them only."""
    own = index.articles[article]
    here, mine = " ".join(own["s"]) + " " + own["title"], set(words(" ".join(gold)))
    ranked = index.nearest(question, 60)
    best = max([score for (a, _), score in ranked if a == article], default=0)
    passages, names = [], []
    for place, score in ranked:
        text = index.text(place)
        if place[0] == article or own["title"] == index.articles[place[0]]["title"]:
            continue
        names += [n for n in NAME.findall(text) if n not in here]
        same = len(mine & set(words(text))) / len(mine) if mine else 0
        if not gold or (score < 0.9 * best and same < 0.5 and not (answer and answer.lower() in text.lower())):
            passages.append(place)
    return passages[:NEAR], list(dict.fromkeys(names))[:25]


def main(questions, articles, out):
    texts = {}
    for line in gzip.open(articles, "rt"):
        d = json.loads(line)
        texts[d["id"]] = dict(title=flat(d.get("title") or "").strip(), s=sentences(d["text"]))
    index, groups, used = Index(texts), [], set()
    for line in gzip.open(questions, "rt"):
        d = json.loads(line)
        own = texts[d["article"]]["s"]
        at = lambda part: [n for n, s in enumerate(own) if part and flat(part) in flat(s)]
        gold = sorted({n for part in d["gold"] for n in at(part)})
        if d["gold"] and not gold:
            continue
        answer = d.get("a") or ""
        spans = [[n, own[n].find(answer)] for n in gold if answer and answer in own[n]]
        passages, names = near(index, d["q"], d["article"], answer, [own[n] for n in gold])
        used |= {d["article"], *(a for a, _ in passages)}
        groups.append(
            dict(
                q=d["q"],
                kind=d["kind"],
                article=d["article"],
                gold=gold,
                tempt=at(d.get("tempt")),
                spans=[[n, x, x + len(answer)] for n, x in spans],
                near=passages,
                names=names,
            )
        )
    with gzip.open(out, "wt") as f:
        json.dump(dict(articles={a: texts[a] for a in sorted(used)}, groups=groups), f)
    print(len(groups), "groups,", sum(bool(g["gold"]) for g in groups), "answered;", len(used), "articles")


if __name__ == "__main__":
    main(*sys.argv[1:])
