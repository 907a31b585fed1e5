"""Public question sets -> groups: python public.py CLONES OUT.json.gz [LEFT_OUT]

CLONES: a folder with a clone of each repository below, named owner+name. LEFT_OUT: a file of questions, one a line, that stay out
(what readers are measured on). A group: question, at most five sentences in a row, which of them answer, where the answer
stands ([sentence, start, end]; null: not known), and windows of other texts that resemble the question and do not answer.
"""
import collections
import gzip
import json
import random
import re
import subprocess
import sys
from math import log

from news import END

SHORT = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Lt|Col|Sen|Rep|Gov|Jr|Sr|vs|etc|No|U\.S|U\.K|e\.g|i\.e|c|ca|[A-Z]))\.$")
MEASURED = {"Steam_engine", "Harvard_University", "French_and_Indian_War"}  # articles of SQuAD 2.0 that readers are measured on
WINDOW, HARD = 5, 6
SIGNS = {"-LRB-": "(", "-RRB-": ")", "``": "“", "''": "”"}


def bounds(text):
    """Start and end of each sentence."""
    out, last = [], 0
    for m in END.finditer(text):
        if not SHORT.search(text[last : m.start()]):
            out.append((last, m.start()))
            last = m.end()
    return [(a, b) for a, b in [*out, (last, len(text))] if text[a:b].strip()]


def window(group):
    """The group with at most WINDOW sentences, one that answers among them if any does."""
    s, y, sp = group["s"], group["y"], group["sp"]
    if len(s) > WINDOW:
        k = random.choice([n for n, v in enumerate(y) if v] or range(len(s)))
        a = max(0, min(k - random.randint(0, WINDOW - 1), len(s) - WINDOW))
        s, y = s[a : a + WINDOW], y[a : a + WINDOW]
        sp = sp and [[n - a, x, e] for n, x, e in sp if a <= n < a + WINDOW]
    return dict(group, s=s, y=y, sp=sp)


def group(source, question, text, spans, places=None, known=True):
    """A group from a text and the answer's spans in it; None where no sentence holds them."""
    places = places or bounds(text)
    inside = [(n, x, e) for x, e in dict.fromkeys(spans) for n, (a, b) in enumerate(places) if a <= x < b]
    if spans and not inside:
        return None
    gold = {n for n, _, _ in inside}
    answers = [[n, x - places[n][0], min(e, places[n][1]) - places[n][0]] for n, x, e in inside]
    return dict(
        q=question.strip(),
        s=[text[a:b] for a, b in places],
        y=[int(n in gold) for n in range(len(places))],
        sp=answers if known else None,
        src=source,
    )


class Clones:
    def __init__(self, folder):
        self.folder = folder

    def show(self, repository, path):
        command = ["git", "-C", f"{self.folder}/{repository}", "show", f"HEAD:{path}"]
        return subprocess.run(command, capture_output=True, check=True).stdout.decode()

    def squad(self, source, repository, path, most=None):
        rows = [
            (p["context"], q)
            for d in json.loads(self.show(repository, path))["data"]
            if d["title"] not in MEASURED
            for p in d["paragraphs"]
            for q in p["qas"]
        ]
        random.shuffle(rows)
        for text, q in rows[:most]:
            spans = [(a["answer_start"], a["answer_start"] + len(a["text"])) for a in q["answers"]]
            if q.get("is_impossible"):
                yield group(source, q["question"], text, [])
            elif spans:
                yield group(source, q["question"], text, spans)

    def selqa(self):
        for part in ("dev", "test"):
            for d in json.loads(self.show("emorynlp+selqa", f"ass/selqa-ass-{part}.json")):
                y = [int(n in set(d["answers"])) for n in range(len(d["candidates"]))]
                if len(y) > 1:
                    yield dict(q=d["question"].strip(), s=d["candidates"], y=y, sp=None, src="selqa")

    def clapnq(self):
        bare = lambda text: re.sub(r"\W", "", text)
        for part in ("answerable", "unanswerable"):
            for line in self.show("primeqa+clapnq", f"annotated_data/dev/clapnq_dev_{part}.jsonl").splitlines():
                d = json.loads(line)
                chosen = {bare(t) for o in d["output"] for t in (o.get("selected_sentences") or [])}
                s = d["passages"][0]["sentences"]
                yield dict(q=d["input"].strip(), s=s, y=[int(bare(t) in chosen) for t in s], sp=None, src="clapnq")

    def qed(self):
        for line in self.show("google-research-datasets+QED", "qed-dev.jsonlines").splitlines():
            d = json.loads(line)
            text, note = d["paragraph_text"], d.get("annotation") or {}
            if note.get("explanation_type") == "none":
                continue
            starts = [*d["sentence_starts"], len(text)]
            places = [(a, a + len(text[a:b].rstrip())) for a, b in zip(starts, starts[1:])]
            every = [a for o in d.get("original_nq_answers", []) for a in (o if isinstance(o, list) else [o])]
            spans = [(a["start"], a["end"]) for a in every if a.get("end", 0) > a.get("start", 0)]
            chosen = note.get("selected_sentence")
            if spans or chosen:
                found = spans or [(chosen["start"], chosen["end"])]
                yield group("qed", d["question_text"], text, found, places, known=bool(spans))

    def qamr(self, each=4):
        """The sentence asked about among others of the same document."""
        texts, documents, asked = {}, collections.defaultdict(list), collections.Counter()
        for line in self.show("uwnlp+qamr", "data/wiki-sentences.tsv").splitlines():
            key, text = line.split("\t")[:2]
            texts[key] = joined(text.split(" "))
            documents[key.rsplit(":", 2)[0]].append(key)
        rows = [
            line.split("\t")
            for part in ("dev", "test")
            for line in self.show("uwnlp+qamr", f"data/filtered/{part}.tsv").splitlines()
        ]
        random.shuffle(rows)
        for key, question, answer in ((r[0], r[5], [int(n) for n in r[6].split()]) for r in rows):
            asked[key] += 1
            if key not in texts or not answer or asked[key] > each or max(answer) >= len(texts[key][1]):
                continue
            others = [k for k in documents[key.rsplit(":", 2)[0]] if k != key]
            keys = random.sample(others, min(len(others), random.randint(2, 4))) + [key]
            random.shuffle(keys)
            places = texts[key][1]
            yield dict(
                q=question,
                s=[texts[k][0] for k in keys],
                y=[int(k == key) for k in keys],
                sp=[[keys.index(key), places[answer[0]][0], places[answer[-1]][1]]],
                src="qamr",
            )


def joined(tokens):
    """Text of tokens, and where each stands in it."""
    text, places = "", []
    for token in (SIGNS.get(t, t) for t in tokens):
        if text and not re.match(r"[,.;:?!)\]”%]|'|n't$", token) and text[-1] not in "(“$":
            text += " "
        places.append((len(text), len(text) + len(token)))
        text += token
    return text, places


def with_hard(groups):
    """Each group with windows of others that share rare words with its question, not its answer nor most of its text."""
    split = lambda text: set(re.findall(r"[a-z0-9]{3,}", text.lower()))
    texts = [" ".join(g["s"]) for g in groups]
    bags = [split(t) for t in texts]
    often, holding = collections.Counter(w for b in bags for w in b), collections.defaultdict(list)
    for n, bag in enumerate(bags):
        for w in bag:
            if often[w] < len(groups) * 0.05:
                holding[w].append(n)
    for n, g in enumerate(groups):
        score = collections.Counter()
        for w in sorted(split(g["q"])):
            for k in holding.get(w, ()):
                score[k] += log(len(groups) / often[w])
        banned = [g["s"][k][x:e].lower() for k, x, e in g["sp"] or []]
        gold = [s for s, v in zip(g["s"], g["y"]) if v]
        fits = lambda k: (
            groups[k]["q"] != g["q"]
            and not any(a in texts[k].lower() for a in banned)
            and not any(s in texts[k] for s in gold)
            and len(bags[n] & bags[k]) <= 0.6 * len(bags[n])
        )
        near = [k for k, _ in score.most_common(25) if fits(k)][:HARD]
        yield dict(g, neg=[groups[k]["s"] for k in near or [random.randrange(len(groups))]])


def main(folder, out, left_out=None):
    random.seed(11)
    measured = {q.lower() for q in open(left_out).read().split("\n")} if left_out else set()
    clones = Clones(folder)
    shifts = "modestyachts+squadshifts-website"
    made = [
        *clones.squad("squad2dev", "chrischute+squad", "data/dev-v2.0.json"),
        *clones.squad("newwiki", shifts, "datasets/new_wiki_v1.0.json"),
        *clones.squad("reddit", shifts, "datasets/reddit_v1.0.json", 1800),
        *clones.squad("amazon", shifts, "datasets/amazon_reviews_v1.0.json", 1000),
        *clones.selqa(),
        *clones.clapnq(),
        *clones.qed(),
        *clones.qamr(),
    ]
    groups = [window(g) for g in made if g and g["q"].lower() not in measured]
    random.shuffle(groups)
    groups = list(with_hard(groups))
    with gzip.open(out, "wt") as f:
        json.dump(groups, f)
    print(len(groups), "groups,", sum(any(g["y"]) for g in groups), "answered", collections.Counter(g["src"] for g in groups))


if __name__ == "__main__":
    main(*sys.argv[1:])
