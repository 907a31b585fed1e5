"""The answers' design without any rule, to compare readers: passages, vectors and BM25 fused, the reader on the first passages, mixtures.

  python yardstick.py index SET OUT.pkl              SET: a folder with corpus/ and questions.jsonl, or QUESTIONS.jsonl,ARTICLES.jsonl.gz
  python yardstick.py read INDEX.pkl READER OUT.npz  READER: a folder with model_quantized.onnx; TITLES=0 reads passages without their title
  python yardstick.py judge FIT.npz TEST.npz         mixtures fitted on FIT, figures on TEST; FIT alone: ten parts in turn, by article

Environment: EMBEDDER (folder of all-MiniLM-L6-v2, 8-bit ONNX), PASSAGES (12), THREADS (2).
"""
import collections
import gzip
import json
import os
import pickle
import re
import sys
import time
from math import log

import numpy as np

from judge import judge
from news import sentences
from reader import CLS, PASSAGE, SEP, Encoder

PASSAGES, THREADS = int(os.environ.get("PASSAGES", 12)), int(os.environ.get("THREADS", 2))
USED = 160  # tokens of sentences that the reader takes: a passage of one very long sentence is cut
STOP = set(
    """
    a an the of in on at to for and or is are was were be been by with as that this it its from has have had do
    does did who which whom whose what when where how why not no but if than then their there they he she his her
    him you your we our us i my me so such also about into after before over under between more most other some
    any all can could would should will may might both each same while many much
    """.split()
)


def fold(text):
    return re.sub(r"\s+", " ", text.translate(str.maketrans("“”’‘", "\"\"''")))


def words(text):
    found = (w for w in re.findall(r"[a-z0-9]+", text.lower()) if w not in STOP)
    return [re.sub(r"(ing|ed|es|s)$", "", w) if len(w) > 4 else w for w in found]


class Network:
    """An 8-bit ONNX file; one sequence a call, since its scales are taken over the whole batch."""

    def __init__(self, folder):
        import onnxruntime as ort

        options = ort.SessionOptions()
        options.intra_op_num_threads = THREADS
        path = f"{folder}/model_quantized.onnx"
        self.session = ort.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        self.names = [i.name for i in self.session.get_inputs()]

    def run(self, ids, types=None):
        a = np.array([ids], dtype=np.int64)
        feed = dict(input_ids=a, attention_mask=np.ones_like(a), token_type_ids=np.array([types]) if types else a * 0)
        return self.session.run(None, {k: feed[k] for k in self.names})[0][0]


def load(name):
    """articles {id: (title, sentences)} and questions, each with its gold parts [[(article, text)]]"""
    articles = {}
    if "," in name:
        asked, texts = name.split(",")
        questions = [json.loads(line) for line in open(asked)]
        needed = {q["article"] for q in questions}
        for d in map(json.loads, gzip.open(texts, "rt")):
            if d["id"] in needed:
                articles[d["id"]] = (d.get("title") or "", sentences(d["text"]))
        parts = lambda q: [[(q["article"], t)] for t in q["gold"]]
    else:
        for file in sorted(os.listdir(f"{name}/corpus")):
            text = open(f"{name}/corpus/{file}").read()
            head = re.match(r"---\n.*?\n---\n", text, re.S)
            title = re.search(r"title:\s*(.*)", head.group()).group(1).strip('"') if head else ""
            articles[file] = (title, sentences(text[head.end() :] if head else text))
        questions = [json.loads(line) for line in open(f"{name}/questions.jsonl")]
        parts = lambda q: [[(x["article"], x["text"]) for x in g] for g in q["gold"]]
    return articles, [dict(q, parts=parts(q), home=q.get("article", n)) for n, q in enumerate(questions)]


def bm25(texts):
    found, sizes = collections.defaultdict(list), []
    for n, text in enumerate(texts):
        count = collections.Counter(words(text))
        sizes.append(sum(count.values()))
        for word, times in count.items():
            found[word].append((n, times))
    sizes = np.array(sizes, float)
    norm = 1.2 * (0.25 + 0.75 * sizes / sizes.mean())

    def score(question):
        out = np.zeros(len(texts))
        for word in set(words(question)) & found.keys():
            at, times = np.array(found[word]).T
            idf = log(1 + (len(texts) - len(at) + 0.5) / (len(at) + 0.5))
            out[at] += idf * times * 2.2 / (times + norm[at])
        return out

    return score


def packed(sizes):
    """Runs of neighbours of at most PASSAGE tokens together."""
    run, size = [], 0
    for k, n in sizes:
        if run and size + n > PASSAGE:
            yield run
            run, size = [], 0
        run.append(k)
        size += n
    if run:
        yield run


def index(name, out):
    articles, questions = load(name)
    encoder, network = Encoder(os.environ["EMBEDDER"] + "/tokenizer.json"), Network(os.environ["EMBEDDER"])
    text, passages, vectors = [], [], []
    for article, (title, own) in articles.items():
        base = len(text)
        text += [(article, s) for s in own]
        for run in packed((base + n, encoder.size(s)) for n, s in enumerate(own)):
            passages.append(run)
            ids, spans = [CLS] + encoder.pieces(f"{title}. ")[0], []
            for k in run:
                tokens = encoder.pieces(text[k][1])[0][:200]
                spans.append((len(ids), len(ids) + len(tokens)))
                ids = ids + tokens
            states = network.run(ids[:511] + [SEP])
            means = [states[min(a, 510) : max(a + 1, min(b, 511))].mean(0) for a, b in spans]
            vectors += [v / np.linalg.norm(v) for v in means]
    vectors = np.array(vectors)
    titled = lambda run: articles[text[run[0]][0]][0] + " " + " ".join(text[k][1] for k in run)
    near, scaled = bm25([titled(p) for p in passages]), lambda v: (v - v.mean()) / v.std()
    df = collections.Counter(w for t, own in articles.values() for w in set(words(t + " " + " ".join(own))))
    for q in questions:
        vector = network.run([CLS] + encoder.pieces(q["question"])[0][:126] + [SEP]).mean(0)
        q["cosine"] = vectors @ (vector / np.linalg.norm(vector))
        best = np.array([q["cosine"][p].max() for p in passages])
        order = np.argsort(-(scaled(best) + 0.5 * scaled(near(q["question"]))))
        q["read"] = [int(j) for j in order[:PASSAGES]]
    with open(out, "wb") as f:
        pickle.dump((articles, questions, text, passages, df), f)
    print(f"{len(text)} sentences, {len(passages)} passages, {len(questions)} questions")


def read(indexed, folder, out):
    """A row for each read sentence: question, passage, cosine, logit, span against none, which gold parts it holds (bits)."""
    with open(indexed, "rb") as f:
        articles, questions, text, passages, df = pickle.load(f)
    encoder, network = Encoder(os.environ["EMBEDDER"] + "/tokenizer.json"), Network(folder)
    titles, rows, info, spent = os.environ.get("TITLES", "1") == "1", [], [], 0.0
    for number, q in enumerate(questions):
        best, begun = (-99, 0), time.time()
        for j in q["read"]:
            run, title = passages[j], articles[text[passages[j][0]][0]][0]
            ids, types, _, places = encoder.passage(q["question"], title if titles else "", [text[k][1] for k in run], USED)
            o = network.run(ids, types)
            for k, (first, offsets) in zip(run, places):
                own = o[first : first + len(offsets)]
                weight = np.exp(own[:, 1] - own[:, 1].max())
                logit = float((weight / weight.sum() * own[:, 0]).sum())
                span = float(own[:, 2].max() + own[:, 3].max() - o[0, 2] - o[0, 3])
                article, s = text[k][0], fold(text[k][1])
                holds = lambda g: any(article == a and (fold(t) in s or s in fold(t)) for a, t in g)
                gold = sum(1 << n for n, g in enumerate(q["parts"]) if holds(g))
                rows.append((number, j, q["cosine"][k], logit, span, gold))
                best = max(best, (q["cosine"][k] * 10 + logit, j))
        spent += time.time() - begun
        run = passages[best[1]]
        have = set(words(articles[text[run[0]][0]][0].replace("-", " ") + " " + " ".join(text[k][1] for k in run)))
        weights = {w: log(1 + len(articles) / (df[w] + 0.5)) for w in words(q["question"])}
        names = re.findall(r"(?<!^)\b[A-Z][\w’']+|\d[\d,.]*", q["question"])
        info.append(
            dict(
                answerable=q["answerable"],
                parts=len(q["parts"]),
                home=str(q["home"]),
                coverage=sum(v for w, v in weights.items() if w in have) / (sum(weights.values()) or 1),
                names=float(np.mean([any(w in have for w in words(x)) for x in names])) if names else 1.0,
            )
        )
    print(f"{spent / len(questions) * 1000:.0f} ms a question")
    np.savez(out, rows=np.array(rows), info=json.dumps(info))


if __name__ == "__main__":
    {"index": index, "read": read, "judge": judge}[sys.argv[1]](*sys.argv[2:])
