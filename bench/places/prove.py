# Files and quotes of them → how many stand where their places say, read here anew: no code of pullquote's.
# python3 prove.py FOLDER QUOTES.jsonl
#
# A quote: {"kind", "file", "sha256", "words", "places"}; steps of places as src/core/place.ts has them. Python's
# standard library opens the files; pdftotext says which words stand on a page, and where.

import hashlib
import itertools
import json
import os
import re
import sys
from collections import Counter

sys.dont_write_bytecode = True

from open_inside import Reached, open_entry, open_part, open_record  # noqa: E402
from read_words import list_paragraphs, read_bytes, read_line  # noqa: E402


def fold(words):
    """White space as one space; a no-break one too."""
    return " ".join(words.split())


def join_lines(lines):
    """All that lines may say together: a hyphen at the end is the word's, or the line's."""
    texts = set(lines[0])
    for variants in lines[1:]:
        pairs = list(itertools.product(texts, set(variants)))
        texts = {f"{text} {line}" for text, line in pairs}
        texts |= {text + line for text, line in pairs if re.search("[-‐–—/]$", text)}
        texts |= {text[:-1] + line for text, line in pairs if re.search("[-‐]$", text)}
    return texts


def follow(path, data, name, steps):
    """What stands at a place, in each way it may be read, and whether the words must be all of it."""
    reached, part = Reached(name, data), None
    for step in steps:
        kind = step["kind"]
        if kind == "entry":
            reached = open_entry(reached, step["name"])
        elif kind == "record":
            reached = open_record(reached, step["number"])
        elif kind == "part":
            reached, part = open_part(reached, step["name"]), step["name"]
        elif kind == "bytes":
            # A line of captions with signs of its own is one place.
            return [read_bytes(reached, step["start"], step["end"])], not reached.ends(".vtt", ".srt")
        elif kind == "paragraph":
            return [list_paragraphs(reached.data, part)[step["number"] - 1]], False
        elif kind == "page":
            return read_line(path, step["number"], step["rectangle"]), False
    return [reached.text], False


def prove(folder, quote):
    path = os.path.join(folder, quote["file"])
    with open(path, "rb") as file:
        data = file.read()
    if hashlib.sha256(data).hexdigest() != quote["sha256"]:
        return "the file is another"
    if not quote["places"]:
        return "no place"
    try:
        read = [follow(path, data, path, place) for place in quote["places"]]
    except (ValueError, KeyError, IndexError, StopIteration, TypeError, AttributeError, OSError) as fault:
        return f"{type(fault).__name__}: {fault}"
    words = fold(quote["words"])
    texts = [fold(text) for text in join_lines([[one.strip() for one in texts] for texts, _ in read])]
    is_exact = all(is_all for _, is_all in read)
    if any(text == words if is_exact else words in text for text in texts):
        return None
    return f"there stands {texts[0][:300]!r}"


def main(folder, quotes):
    counts, proved = Counter(), Counter()
    with open(quotes, encoding="utf-8") as lines:
        for line in lines:
            quote = json.loads(line)
            counts[quote["kind"]] += 1
            fault = prove(folder, quote)
            if fault is None:
                proved[quote["kind"]] += 1
            else:
                print(f"{quote['file']}: {quote['words']!r} {json.dumps(quote['places'])[:400]}: {fault}")
    for kind, count in counts.items():
        print(f"{kind}: {count} quotes, {proved[kind]} proved")
    print(f"{sum(proved.values())} of {sum(counts.values())} proved")
    return 0 if proved == counts else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
