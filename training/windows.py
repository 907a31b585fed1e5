"""Groups -> encoded windows: the question, perhaps altered or roughly typed, with the passage that answers or tempts and with hard ones.

A window is (ids, types, owner, answers, spans): which of its sentences answer; [] for "no answer here", None for "not known".
"""
import random
import re

from reader import PASSAGE

NAME = re.compile(r"(?<!^)\b(?:[A-Z][\w'’-]+(?:\s+(?:of|the|de|van|von|al)?\s?[A-Z][\w'’-]+)*|[A-Z]+-?\d+)\b")
NUMBER = re.compile(r"\b\d[\d,.]*\b")
ASKING = {"I", "What", "Who", "When", "Where", "Why", "How", "Which", "Did", "Does", "Is", "Was"}
FILLING = set("a an the of in on at to for is are was were be been did do does has have had by with that this it its his her their there any".split())


class Windows:
    """Makes the windows of groups; `random` decides, so that a seeded one makes the same windows again."""

    def __init__(self, encoder, articles, names, seed=1):
        self.encoder, self.articles, self.names = encoder, articles, names
        self.random = random.Random(seed)

    def encoded(self, question, title, sentences, gold, spans):
        ids, types, owner, places = self.encoder.passage(question, title, sentences)
        answers = [int(n in gold) for n in range(len(places))]
        if spans is None or not gold:
            return ids, types, owner, answers, None if spans is None else []
        tokens = []
        for n, start, end in spans:
            first, offsets = places[n] if n < len(places) else (0, [])
            inside = [k for k, (a, b) in enumerate(offsets) if b > start and a < end]
            if inside and offsets[inside[-1]][1] >= end:
                tokens.append((first + inside[0], first + inside[-1]))
        return ids, types, owner, answers, (tokens or None) if any(answers) else []

    def around(self, sentences, centre, room=PASSAGE):
        """A run of sentences with `centre` somewhere in it, as long as the room allows."""
        first = last = centre
        room -= self.encoder.size(sentences[centre])
        sides = {-1, 1}
        while sides:
            side = self.random.choice(sorted(sides))
            n = first - 1 if side < 0 else last + 1
            if not 0 <= n < len(sentences) or self.encoder.size(sentences[n]) > room:
                sides.discard(side)
                continue
            room -= self.encoder.size(sentences[n])
            first, last = min(first, n), max(last, n)
        return range(first, last + 1)

    def altered(self, question, text, near):
        """The question with a name or a number exchanged for one that the text does not hold; None where it has none."""
        found = [m for m in NAME.finditer(question) if m.group() in text]
        found += [m for m in NUMBER.finditer(question) if m.group() in text]
        if not found:
            return None
        m = self.random.choice(found)
        for _ in range(20):
            if m.group()[0].isdigit():
                digits = int(re.sub(r"\D", "", m.group())[:12])
                new = str(max(0, digits + self.random.choice([-10, -3, -2, -1, 1, 2, 3, 10])))
            else:
                new = self.random.choice(near if near and self.random.random() < 0.6 else self.names)
                if " " in m.group() and self.random.random() < 0.4:
                    new = m.group().split(" ")[0] + " " + new.split(" ")[-1]
            if new != m.group() and new not in text:
                return question[: m.start()] + new + question[m.end() :]
        return None

    def typed(self, question):
        """The question as somebody in a hurry may type it."""
        toss = self.random.random
        if toss() < 0.12:
            kept = [w for w in question.split() if w.lower() not in FILLING]
            question = " ".join(kept) if len(kept) > 1 else question
        if toss() < 0.2:
            question = question.rstrip("?")
        if toss() < 0.2:
            question = question.lower()
        if toss() < 0.12:
            question = self.slipped(question)
        return question

    def slipped(self, question):
        """One long word with a letter lost, doubled, or exchanged with the next."""
        words = question.split(" ")
        long = [n for n, w in enumerate(words) if len(w) > 4 and w.isalpha()]
        if long:
            n = self.random.choice(long)
            w, k = words[n], self.random.randrange(1, len(words[n]) - 1)
            words[n] = self.random.choice([w[:k] + w[k + 1 :], w[:k] + w[k] + w[k:], w[:k] + w[k + 1] + w[k] + w[k + 2 :]])
        return " ".join(words)

    def news(self, group, most=2, alter=0.25, titles=0.75, rough=True):
        """(kind, windows) of a question on a news article."""
        own = self.articles[group["article"]]["s"]
        gold = set(group["gold"])
        centre = self.random.choice(group["gold"] or group["tempt"] or range(len(own)))
        main = self.around(own, centre, self.random.choice([PASSAGE, 110, 80]))
        parts, taken = [(group["article"], main)], set(main)
        rest = [n for n in sorted(gold - taken)]
        if rest and self.random.random() < 0.2:
            parts.append((group["article"], self.around(own, self.random.choice(rest))))
            taken |= set(parts[-1][1])
        for _ in range(8):
            if len(parts) >= most:
                break
            if group["near"] and self.random.random() < 0.5:
                article, start = self.random.choice(group["near"])
                parts.append((article, self.around(self.articles[article]["s"], start, 110)))
                continue
            run = set(self.around(own, self.random.randrange(len(own)), 110)) - taken
            if len(run) > 1 and not run & gold:
                taken |= run
                parts.append((group["article"], sorted(run)))
        question, kind = group["q"], group["kind"]
        if gold and self.random.random() < alter:
            text = " ".join([self.articles[group["article"]]["title"]] + own)
            new = self.altered(question, text, group["names"])
            if new:
                question, kind, gold = new, "altered", set()
        question = self.typed(question) if rough else question
        out, titled = [], self.random.random() < titles
        for article, run in dict.fromkeys((a, tuple(r)) for a, r in parts):
            text, mine = self.articles[article], gold if article == group["article"] else set()
            spans = [[n - run[0], a, b] for n, a, b in group["spans"] if mine and n in run]
            here = {k for k, n in enumerate(run) if n in mine}
            known = spans if spans or not here else None
            sentences = [text["s"][n] for n in run]
            out.append(self.encoded(question, text["title"] if titled else "", sentences, here, known))
        return kind, out

    def public(self, group, most=2, alter=0.25, rough=True):
        """(kind, windows) of a question of a public set: windows without titles."""
        question, gold, spans = group["q"], {n for n, y in enumerate(group["y"]) if y}, group["sp"]
        if gold and self.random.random() < alter:
            new = self.altered(question, " ".join(group["s"]), None)
            if new:
                question, gold, spans = new, set(), []
        kind = group["src"] if gold == {n for n, y in enumerate(group["y"]) if y} else "altered"
        question = self.typed(question) if rough else question
        out = [self.encoded(question, "", group["s"], gold, spans)]
        for other in self.random.sample(group["neg"], min(len(group["neg"]), most - 1)):
            out.append(self.encoded(question, "", other, set(), []))
        return kind, out


def question_names(questions):
    """Names that questions ask about, to exchange."""
    names = {m.group() for q in questions for m in NAME.finditer(q)}
    return sorted(names - ASKING)
