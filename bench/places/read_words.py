# What steps lead to → the words that stand there: of bytes, of a paragraph, of a rectangle on a page.

import html
import html.parser
import io
import re
import subprocess
import xml.etree.ElementTree as ET
import zipfile
from functools import lru_cache

# --- bytes


def read_bytes(reached, start, end):
    data = reached.data
    if not 0 <= start < end <= len(data):
        raise ValueError("no such bytes")
    piece = data[start:end]
    if data[:5] == b"{\\rtf":
        return read_rich(piece.decode("latin-1"))
    if reached.ends(".html", ".xhtml", ".htm"):
        return read_html(piece.decode(encoding_of(data)))
    if reached.ends(".vtt", ".srt"):
        return read_captions(piece.decode("utf-8-sig"), reached.ends(".vtt"))
    if reached.ends(".eml"):
        body = re.search(rb"\r?\n\r?\n", data).end()
        if start < body:
            raise ValueError("in the mail's head")
        return re.sub(r"(?m)^>From ", "From ", piece.decode())
    return piece.decode()


def encoding_of(data):
    try:
        data.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        return re.search(rb'charset="([\w-]+)"', data)[1].decode()


class Shown(html.parser.HTMLParser):
    WITHIN = set("a abbr b cite code em i img mark q small span strong sub sup u time".split())

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.words = ""

    def handle_data(self, data):
        self.words += data

    def handle_starttag(self, tag, attributes):
        self.words += "" if tag in self.WITHIN else " "

    def handle_endtag(self, tag):
        self.words += "" if tag in self.WITHIN else " "


def read_html(markup):
    shown = Shown()
    shown.feed(markup)
    shown.close()
    return shown.words


def read_captions(piece, is_web):
    """Without the lines of times, what numbers the cues, and empty lines."""
    kept = re.sub(r"\r?\n\r?\n(?:[^\r\n]*\r?\n)?[^\r\n]*-->[^\r\n]*", "", piece)
    # Who speaks is said where the words begin, not again in each cue.
    named = re.sub(r"\A<v ([^>]*)>", r"\1: ", kept)
    words = re.sub(r"<[^>]*>", "", named)
    return html.unescape(words) if is_web else words


SIGNS = {
    **dict(tab="\t", line="\n", emdash="—", endash="–", bullet="•", lquote="‘", rquote="’"),
    **dict(ldblquote="“", rdblquote="”", emspace=" ", enspace=" "),
}
RICH = re.compile(r"([{}])|\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\(.)|[\r\n]+|([^{}\\\r\n]+)", re.I | re.S)
ASIDE = {"footnote", "fldinst", "pict", "fonttbl", "stylesheet", "info"}


def read_rich(source):
    """One fallback sign behind a Unicode number, as all writers of these files have it."""
    words, depth, silent, skip = [], 0, None, 0
    for match in RICH.finditer(source):
        brace, word, number, byte, sign, plain = match.groups()
        if brace:
            depth += 1 if brace == "{" else -1
            if silent is not None and depth < silent:
                silent = None
        elif silent is not None:
            continue
        elif word in ASIDE or sign == "*":
            silent = depth
        elif word == "u":
            words.append(int(number) % 65536)
            skip = 1
        elif skip and (byte or plain):
            skip = 0
            words.extend(map(ord, (plain or "")[1:]))
        elif byte:
            words.extend(map(ord, bytes.fromhex(byte).decode("cp1252")))
        elif word:
            words.extend(map(ord, SIGNS.get(word, "")))
        elif sign:
            words.extend(map(ord, {"~": " ", "_": "\u2011"}.get(sign, sign if sign in "\\{}" else "")))
        elif plain:
            words.extend(map(ord, plain))
    units = b"".join(unit.to_bytes(2, "little") for unit in words if unit < 65536)
    return units.decode("utf-16-le")


# --- paragraphs


@lru_cache(maxsize=64)
def list_paragraphs(data, part):
    with zipfile.ZipFile(io.BytesIO(data)) as box:
        is_word = "word/document.xml" in box.namelist()
        name = f"word/{part or 'document'}.xml" if is_word else "content.xml"
        root = ET.fromstring(box.read(name))
    wanted = {"p"} if is_word else {"p", "h"}
    space = "wordprocessingml" if is_word else "opendocument:xmlns:text"
    found = [one for one in root.iter() if space in one.tag and one.tag.rpartition("}")[2] in wanted]
    return ["".join(say(one, is_word, True)) for one in found]


UNSAID = {"p", "h", "del", "moveFrom", "Fallback", "annotation", "note-citation", "note", "instrText"}
SAID_AS = {"tab": "\t", "br": "\n", "cr": "\n", "line-break": "\n", "s": " ", "noBreakHyphen": "\u2011"}


def say(element, is_word, is_whole=False):
    local = element.tag.rpartition("}")[2]
    if local in UNSAID and not is_whole:
        return
    # Tabs of a paragraph's properties are no signs.
    if is_word and local in ("pPr", "rPr"):
        return
    yield SAID_AS.get(local, "")
    if not is_word or local == "t":
        yield element.text or ""
    for inner in element:
        yield from say(inner, is_word)
        if not is_word:
            yield inner.tail or ""


# --- pages


@lru_cache(maxsize=256)
def list_words(path, page):
    shown = subprocess.run(
        ["pdftotext", "-f", str(page), "-l", str(page), "-bbox", path, "-"], capture_output=True, check=True
    ).stdout.decode()
    height = float(re.search(r'<page width="[\d.]+" height="([\d.]+)"', shown)[1])
    pattern = r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
    return [
        ((float(a) + float(c)) / 2, height - (float(b) + float(d)) / 2, html.unescape(words), float(d) - float(b))
        for a, b, c, d, words in re.findall(pattern, shown)
    ]


def read_line(path, page, rectangle):
    left, bottom, right, top = rectangle
    inside = [one for one in list_words(path, page) if left <= one[0] <= right and bottom <= one[1] <= top]
    inside = sorted(inside, key=lambda one: one[0])
    tallest = max((one[3] for one in inside), default=0)
    # What refers to a footnote stands on the line too, and may be no part of the quote.
    return [spell(inside), spell(one for one in inside if one[3] > 0.8 * tallest or not one[2].isdigit())]


def spell(found):
    words = " ".join(one[2] for one in found)
    return re.sub("[\ufb00-\ufb06]", lambda sign: LIGATURES[ord(sign[0]) - 0xFB00], words)


LIGATURES = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
