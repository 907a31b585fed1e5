"""Rows of the yardstick -> figures: two logistic mixtures, one for sentences and one for "does anything answer"."""
import collections
import json
import zlib

import numpy as np


def logistic(X, y, l2):
    mean, spread = X.mean(0), X.std(0) + 1e-9
    ready = lambda X: np.column_stack([(X - mean) / spread, np.ones(len(X))])
    A, w = ready(X), np.zeros(X.shape[1] + 1)
    for _ in range(60):
        p = 1 / (1 + np.exp(-A @ w))
        bend = (A * (p * (1 - p))[:, None]).T @ A / len(y) + l2 * np.eye(len(w))
        w -= np.linalg.solve(bend, A.T @ (p - y) / len(y) + l2 * w)
    return lambda X: ready(X) @ w


def auroc(yes, no):
    return float(((yes[:, None] > no[None]).sum() + 0.5 * (yes[:, None] == no[None]).sum()) / (len(yes) * len(no)))


class Rows:
    def __init__(self, path):
        d = np.load(path)
        self.rows, self.info = d["rows"], json.loads(str(d["info"]))
        self.of = [np.where(self.rows[:, 0] == n)[0] for n in range(len(self.info))]

    def fit(self, some):
        """(scores of sentences, scores of questions) with mixtures fitted on the questions `some`"""
        at = np.concatenate([self.of[n] for n in some])
        sentence = logistic(self.rows[at, 2:5], (self.rows[at, 5] > 0).astype(float), 1e-3)
        features = self.features(sentence)[some]
        question = logistic(features, np.array([self.info[n]["answerable"] for n in some], float), 1e-2)
        return lambda other: (sentence(other.rows[:, 2:5]), question(other.features(sentence)))

    def features(self, sentence):
        z, rows = sentence(self.rows[:, 2:5]), self.rows
        mark = lambda m, i: (z[m].max(), rows[m, 4].max(), rows[m, 3].max(), i["coverage"], i["names"])
        return np.array([mark(m, i) for m, i in zip(self.of, self.info)])

    def crossed(self, parts=10):
        """Scores of each question from mixtures fitted on the other articles' questions."""
        part = np.array([zlib.crc32(i["home"].encode()) % parts for i in self.info])
        z, a = np.zeros(len(self.rows)), np.zeros(len(self.info))
        for k in range(parts):
            zs, answers = self.fit(np.where(part != k)[0])(self)
            a[part == k] = answers[part == k]
            for n in np.where(part == k)[0]:
                z[self.of[n]] = zs[self.of[n]]
        return z, a

    def ranked(self, label, z):
        rank, full = [], collections.defaultdict(list)
        for m, i in zip(self.of, self.info):
            if i["answerable"]:
                gold = self.rows[m[np.argsort(-z[m], kind="stable")], 5].astype(int)
                hit = np.where(gold > 0)[0]
                rank.append(hit[0] + 1 if len(hit) else 999)
                for k in (1, 2, 3, 4):
                    full[k].append(np.bitwise_or.reduce(gold[:k]) == (1 << i["parts"]) - 1)
        rank = np.array(rank)
        among = " ".join(f"{np.mean(rank <= k):.3f}" for k in (1, 3, 5))
        parts = " ".join(f"{np.mean(v):.3f}" for v in full.values())
        mrr = np.mean(np.where(rank < 999, 1 / rank, 0))
        print(f"{label:8} MRR {mrr:.3f} among 1, 3, 5: {among} read {np.mean(rank < 999):.3f}; all parts in 1 to 4: {parts}")

    def answered(self, label, a, wrongly=0.08):
        y = np.array([i["answerable"] for i in self.info])
        cut = np.quantile(a[y], wrongly)
        print(f"{label:8} AUROC {auroc(a[y], a[~y]):.3f}, refused {np.mean(a[~y] < cut):.3f} where {wrongly} are refused wrongly; {y.sum()} and {(~y).sum()} questions")


def judge(fit, test=None):
    fitted = Rows(fit)
    other = Rows(test) if test else fitted
    z, a = fitted.fit(np.arange(len(fitted.info)))(other) if test else fitted.crossed()
    for label, score in (("vectors", other.rows[:, 2]), ("reader", other.rows[:, 3]), ("span", other.rows[:, 4]), ("mixture", z)):
        other.ranked(label, score)
    other.answered("logit", np.array([other.rows[m, 3].max() for m in other.of]))
    other.answered("span", np.array([other.rows[m, 4].max() for m in other.of]))
    other.answered("mixture", a)
