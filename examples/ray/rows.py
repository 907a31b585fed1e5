"""Text files -> rows of an index by docs/index-format.md, and a shard of them written with pylance.

Shares no code with pullquote. It reads plain UTF-8 text alone: a file's first line is its title, paragraphs are
parted by empty lines, and each paragraph is a passage. Replace `read_article` and `cut` for articles of another form.
"""

import hashlib
import json
import os
import re
import zlib

import lance
import pyarrow as pa

VERSION = 8
GENERATION = "tables-000000000000"
# Columns in their order; those that adopting makes anew are left out of the rows, not of the digests.
ARTICLE = (
    "id status path sha256 text_sha256 size modified file passages words metadata lineage "
    "publisher author published names name_words"
).split()
PASSAGE = "id article_id article_sha256 position span_start span_end text sentences publisher author published".split()


def part_of(file_id, of):
    """The part that a file belongs to, from 1 to `of`."""
    return zlib.crc32(file_id.encode("utf-8")) % of + 1


def list_files(corpus):
    """Ids of the text files below a folder, sorted."""
    for folder, names, files in os.walk(corpus):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted(files):
            if name.endswith(".txt") and not name.startswith("."):
                yield os.path.relpath(os.path.join(folder, name), corpus).replace(os.sep, "/")


def digest(row, columns, tail=b""):
    values = json.dumps([row.get(name) for name in columns], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(values.encode("utf-8") + tail).hexdigest()


def units(text):
    """Length in UTF-16 code units, in which spans count."""
    return len(text.encode("utf-16-le")) // 2


def whole(number):
    """As JavaScript writes it: without a point where it is whole."""
    return int(number) if number == int(number) else number


def read_article(corpus, file_id):
    """The record of a file, its text, and its title."""
    path = os.path.join(corpus, *file_id.split("/"))
    with open(path, "rb") as file:
        data = file.read()
    stat = os.stat(path)
    text = data.decode("utf-8-sig")
    title = text.strip().split("\n")[0].strip()
    # As a float of milliseconds is made from seconds and nanoseconds elsewhere too.
    modified = max(
        ns // 10**9 * 1000 + ns % 10**9 / 1e6 for ns in (stat.st_mtime_ns, stat.st_ctime_ns)
    )
    record = {
        "id": file_id,
        "status": "indexed",
        "path": path,
        "sha256": hashlib.sha256(data).hexdigest(),
        "text_sha256": hashlib.sha256(text.encode("utf-8")).hexdigest(),
        "size": len(data),
        "modified": whole(modified),
        "file": file_id,
        "metadata": json.dumps({"title": {"value": title, "origin": "found"}}, ensure_ascii=False),
    }
    return record, text, title


def cut(text):
    """Passages as (start, end, sentences), in code units of Python's own; the title is none."""
    passages = []
    for paragraph in list(re.finditer(r"\S(?:.|\n(?!\s*\n))*", text))[1:]:
        start, end = paragraph.start(), paragraph.start() + len(paragraph.group().rstrip())
        sentences = [
            (start + found.start(), start + found.end())
            for found in re.finditer(r"\S(?:.|\n)*?(?:[.?!](?=\s)|$(?!\n))", text[start:end])
        ]
        passages.append((start, end, sentences))
    return passages


def make_rows(corpus, file_id, embed):
    """The article's row and its passages', or nothing where the file has no passage."""
    record, text, title = read_article(corpus, file_id)
    words = " ".join(title.split()[:16])
    heading = words + (" " if re.search(r"[.?!]$", words) else ". ") if words else ""
    place = lambda at: units(text[:at])
    found = cut(text)
    if not found:
        return None, []
    vectors = embed([heading + text[start:end] for start, end, _ in found])
    passages = []
    for position, ((start, end, sentences), vector) in enumerate(zip(found, vectors)):
        row = {
            "id": f"{file_id}#{position}",
            "article_id": file_id,
            "article_sha256": record["sha256"],
            "position": position,
            "span_start": place(start),
            "span_end": place(end),
            "text": text[start:end],
            "sentences": [place(at) for sentence in sentences for at in sentence],
            "vector": vector,
        }
        row["digest"] = digest(row, PASSAGE)
        numbers = pa.array(vector, pa.float32()).to_numpy().astype("<f4").tobytes()
        row["vector_digest"] = hashlib.sha256(b"[]" + numbers).hexdigest()
        passages.append(row)
    record["passages"] = len(passages)
    record["words"] = sum(len(row["text"].split()) for row in passages)
    record["digest"] = digest(record, ARTICLE)
    return record, passages


def schemas(dimensions):
    text, whole_number, number = pa.string(), pa.int32(), pa.float64()
    articles = {name: text for name in "id status path sha256 text_sha256 file metadata digest".split()}
    articles |= {"size": number, "modified": number, "passages": whole_number, "words": whole_number}
    passages = {name: text for name in "id article_id article_sha256 text digest vector_digest".split()}
    passages |= {name: whole_number for name in "position span_start span_end".split()}
    passages |= {"sentences": pa.list_(whole_number), "vector": pa.list_(pa.float32(), dimensions)}
    return pa.schema(list(articles.items())), pa.schema(list(passages.items()))


def write_shard(out, corpus, embedder, part, of, embed):
    """Makes the rows of a part and writes them to a folder; returns how many articles it has."""
    articles, passages = [], []
    for file_id in list_files(corpus):
        if part_of(file_id, of) != part:
            continue
        record, rows = make_rows(corpus, file_id, embed)
        if record:
            articles.append(record)
            passages.extend(rows)
    os.makedirs(out, exist_ok=True)
    state = os.path.join(out, "state.json")
    # Without its state the shard is none: one that was being written is not taken for whole.
    if os.path.exists(state):
        os.remove(state)
    shape = schemas(embedder["dimensions"])
    for name, rows, schema in (("articles", articles, shape[0]), ("passages", passages, shape[1])):
        table = pa.Table.from_pylist(rows, schema=schema)
        lance.write_dataset(table, os.path.join(out, GENERATION, f"{name}.lance"), mode="overwrite")
    kept = {
        "schemaVersion": VERSION,
        "embedder": embedder,
        "corpus": os.path.realpath(corpus),
        "generation": GENERATION,
        "part": {"part": part, "of": of},
    }
    with open(state + ".new", "w", encoding="utf-8") as file:
        json.dump(kept, file)
    os.replace(state + ".new", state)
    return len(articles)
