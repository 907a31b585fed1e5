# A file and the steps of a place → what they lead to: an entry of an archive, a record, a part of one.

import csv
import email
import email.policy
import gzip
import io
import itertools
import json
import re
import tarfile
import xml.etree.ElementTree as ET
import zipfile
import zlib

csv.field_size_limit(1 << 30)


class Reached:
    """What the steps so far lead to: bytes and the name that says what they are, or a text that is the end."""

    def __init__(self, name, data, text=None):
        self.name, self.data, self.text = name, data, text

    def ends(self, *endings):
        return self.name.lower().endswith(endings)


# --- files that hold files


def open_entry(reached, name):
    data = reached.data
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as box:
            return Reached(name, box.read(name))
    if data[:2] == b"\x1f\x8b":
        return Reached(name, gzip.decompress(data))
    with tarfile.open(fileobj=io.BytesIO(data)) as box:
        return Reached(name, box.extractfile(name).read())


# --- files that hold records


def open_record(reached, number):
    data = reached.data
    if data[:5] == b"WARC/":
        return Reached("page.html", list_pages(data)[number])
    if data[:5] == b"From ":
        return Reached("mail.eml", list_mails(data)[number - 1])
    if reached.ends(".csv", ".tsv"):
        sign = "\t" if reached.ends(".tsv") else ","
        rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=sign)
        return Reached("row", None, list(rows)[number - 1])
    if data.lstrip()[:1] == b"<":
        root = ET.fromstring(data)
        items = root.findall("./channel/item") or root.findall("{http://www.w3.org/2005/Atom}entry")
        return Reached("item", None, {field_name(one): one.text for one in items[number - 1]})
    return Reached("record", None, find_json(data.decode("utf-8-sig"), number))


def find_json(text, number):
    lines = text.split("\n")
    filled = [line for line in lines if line.strip()]
    if len(filled) > 1 and all(line.startswith("{") and line.rstrip().endswith("}") for line in filled):
        return json.loads(lines[number - 1])
    value = json.loads(text)
    records = value if isinstance(value, list) else value.get("items") or value.get("articles")
    return records[number - 1]


def field_name(element):
    space, _, local = element.tag.rpartition("}")
    return "content:encoded" if "modules/content" in space else local


def list_mails(box):
    """A line "From " behind an empty one opens a mail; the mail begins below it."""
    starts = [match.end() for match in re.finditer(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]*\n", box)]
    ends = [match.start() for match in re.finditer(rb"(?<=\n\n)From [^\n]*\n|(?<=\n\r\n)From [^\n]*\n", box)]
    return [box[start:end] for start, end in itertools.zip_longest(starts, ends)]


def list_pages(data):
    """Number of a record → the page in it, unpacked."""
    pages, at, number = {}, 0, 0
    while data.startswith(b"WARC/", at):
        number += 1
        head, _, _ = data[at:].partition(b"\r\n\r\n")
        size = int(re.search(rb"(?i)\r\ncontent-length: *(\d+)", head)[1])
        body = data[at + len(head) + 4 :][:size]
        if b"WARC-Type: response" in head:
            pages[number] = read_answer(body)
        at += len(head) + 4 + size + 4
    return pages


def read_answer(answer):
    head, _, body = answer.partition(b"\r\n\r\n")
    if b"chunked" in head:
        rest, body = body, b""
        while True:
            line, _, rest = rest.partition(b"\r\n")
            size = int(line, 16)
            if size == 0:
                break
            body, rest = body + rest[:size], rest[size + 2 :]
    return zlib.decompress(body, 31) if b"Content-Encoding: gzip" in head else body


# --- named parts


def open_part(reached, name):
    if isinstance(reached.text, dict):
        value = reached.text[name]
        value = "\n\n".join(value) if isinstance(value, list) else value
        is_html = re.search(r"</?[a-z][^>]*>|<!--|&#?\w+;", value)
        return Reached("field.html" if is_html else "field.txt", value.encode(), value)
    if reached.data[:2] == b"PK":
        return Reached(name, reached.data)
    mail = email.message_from_bytes(reached.data, policy=email.policy.default)
    part = next(one for one in mail.walk() if one.get_content_type() == name)
    text = part.get_content().replace("\r\n", "\n")
    return Reached("part.html" if name == "text/html" else "part.txt", text.encode(), text)
