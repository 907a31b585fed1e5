# Articles as JSON on stdin → PDFs in a folder, each by the program that it names; on stdout, the names of those made.
#
#   python3 render.py FOLDER < articles.json
#
# reportlab, weasyprint and typst are Python packages; chromium and soffice are looked for on the PATH. What is
# missing makes no PDF.

import json, os, shutil, subprocess, sys
from html import escape

FOLDER = sys.argv[1]


def pdf(article):
    return os.path.join(FOLDER, article["name"] + ".pdf")


def by_reportlab(articles):
    from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

    serif = "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"
    if os.path.exists(serif):
        pdfmetrics.registerFont(TTFont("Serif", serif))

    class Note(Flowable):
        def __init__(self, notes, text):
            Flowable.__init__(self)
            self.notes, self.text = notes, text

        def wrap(self, *_):
            return (0, 0)

        def draw(self):
            self.notes.append(self.text)

    for article in articles:
        ligatures = article["ligatures"] and os.path.exists(serif)
        font = "Serif" if ligatures else "Times-Roman"
        set_text = (lambda text: escape(text).replace("ffi", "\ufb03").replace("fi", "\ufb01").replace("fl", "\ufb02")) if ligatures else escape
        size, notes = article["size"], []
        style = ParagraphStyle("body", fontName=font, fontSize=size, leading=size * 1.22,
            alignment=TA_JUSTIFY if article["justify"] else TA_LEFT,
            firstLineIndent=size * 1.5 if article["indent"] else 0,
            spaceAfter=0 if article["indent"] else size * 0.6,
            **({"hyphenationLang": "en_GB"} if article["hyphens"] else {}))
        small = ParagraphStyle("note", fontName=font, fontSize=size * 0.8, leading=size * 0.95)
        head = ParagraphStyle("head", fontName=font, fontSize=size * 1.3, leading=size * 1.6, spaceBefore=size, spaceAfter=size * 0.5)
        width, height = A4
        margin, gap, bottom = 56, 18, 190

        def on_page(canvas, document):
            canvas.saveState()
            if article["heads"]:
                canvas.setFont(font, 8)
                canvas.drawString(margin, height - 36, article["running"])
                canvas.drawRightString(width - margin, 30, "Page %d" % document.page)
            y = bottom - 16
            for note in notes:
                paragraph = Paragraph(note, small)
                _, used = paragraph.wrap(width - 2 * margin, bottom)
                y -= used
                paragraph.drawOn(canvas, margin, y)
            notes.clear()
            canvas.restoreState()

        title_height = size * 10
        wide = (width - 2 * margin - gap * (article["columns"] - 1)) / article["columns"]

        def frames(top):
            return [Frame(margin + at * (wide + gap), bottom, wide, top - bottom, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
                for at in range(article["columns"])]

        title = ParagraphStyle("title", fontName=font, fontSize=size * 2, leading=size * 2.3)
        top = Frame(margin, height - 56 - title_height, width - 2 * margin, title_height, leftPadding=0, rightPadding=0)
        document = BaseDocTemplate(pdf(article), pagesize=A4, title=article["title"], author=article["author"])
        document.addPageTemplates([
            PageTemplate("first", [top] + frames(height - 60 - title_height), onPageEnd=on_page, autoNextPageTemplate="later"),
            PageTemplate("later", frames(height - 56), onPageEnd=on_page)])
        from reportlab.platypus import FrameBreak
        story, number = [Paragraph(set_text(article["title"]), title), FrameBreak()], 0
        for section in article["sections"]:
            story.append(Paragraph(set_text(section["heading"]), head))
            for sentences in section["paragraphs"]:
                parts, after = [], []
                for sentence in sentences:
                    part = set_text(sentence["text"])
                    if sentence.get("note"):
                        number += 1
                        part += '<super size="%s">%d</super>' % (size * 0.6, number)
                        after.append(Note(notes, '<super size="%s">%d</super> %s' % (size * 0.5, number, set_text(sentence["note"]))))
                    parts.append(part)
                story += after + [Paragraph(" ".join(parts), style)]
        document.build(story)


def html(article, footnotes):
    css = """@page { size: A4; margin: 22mm 20mm; %s }
body { font: %spt/1.3 %s; margin: 0; %s %s }
main { columns: %d; column-gap: 8mm } h1 { font-size: 2em; margin: 0 0 .6em; line-height: 1.15 } h2 { font-size: 1.3em }
p { margin: 0 0 .7em; %s } .note { float: footnote; font-size: .8em; text-align: left; text-indent: 0 }
.note::footnote-marker { content: counter(footnote) " " } .note::footnote-call { vertical-align: super; font-size: .6em } """ % (
        '@top-left { content: "%s"; font-size: 8pt } @bottom-center { content: counter(page); font-size: 8pt }' % article["running"] if footnotes and article["heads"] else "",
        article["size"], "'DejaVu Serif', serif", "hyphens: auto;" if article["hyphens"] else "",
        "text-align: justify;" if article["justify"] else "", article["columns"],
        "text-indent: 1.5em; margin: 0" if article["indent"] else "")
    body = ""
    for section in article["sections"]:
        body += "<h2>%s</h2>\n" % escape(section["heading"])
        for sentences in section["paragraphs"]:
            body += "<p>%s</p>\n" % " ".join(
                escape(sentence["text"]) + ('<span class="note">%s</span>' % escape(sentence["note"]) if footnotes and sentence.get("note") else "")
                for sentence in sentences)
    return '<!doctype html><html lang="en"><meta charset="utf-8"><title>%s</title><meta name="author" content="%s"><style>%s</style><h1>%s</h1><main>%s</main></html>' % (
        escape(article["title"]), escape(article["author"]), css, escape(article["title"]), body)


def by_weasyprint(articles):
    import weasyprint

    for article in articles:
        weasyprint.HTML(string=html(article, True)).write_pdf(pdf(article), **({"pdf_variant": "pdf/ua-1"} if article["tagged"] else {}))


def by_chromium(articles):
    program = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])))
    for article in articles:
        page = os.path.join(FOLDER, article["name"] + ".html")
        with open(page, "w") as file:
            file.write(html(article, False))
        subprocess.run([program, "--headless", "--no-sandbox", "--disable-gpu", "--print-to-pdf=" + pdf(article)]
            + ([] if article["heads"] else ["--no-pdf-header-footer"]) + ([] if article["tagged"] else ["--disable-pdf-tagging"]) + [page],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)


def by_typst(articles):
    import typst

    def write(text):
        return "".join("\\" + letter if letter in "\\#$*_`<>@=-+/~[]'\"" else letter for letter in text)

    for article in articles:
        source = '#set document(title: "%s", author: "%s")\n' % (article["title"], article["author"])
        source += "#set page(paper: \"a4\", columns: %d%s)\n" % (article["columns"], ', header: [%s], numbering: "1"' % write(article["running"]) if article["heads"] else "")
        source += "#set text(lang: \"en\", size: %spt, hyphenate: %s, font: \"%s\")\n" % (article["size"], "true" if article["hyphens"] else "false",
            "New Computer Modern" if article["ligatures"] else "Libertinus Serif")
        source += "#set par(justify: %s%s)\n" % ("true" if article["justify"] else "false", ", first-line-indent: 1.5em, spacing: 0.65em" if article["indent"] else "")
        source += "#place(top, scope: \"parent\", float: true)[= %s]\n" % write(article["title"])
        for section in article["sections"]:
            source += "== %s\n\n" % write(section["heading"])
            for sentences in section["paragraphs"]:
                source += " ".join(write(sentence["text"]) + ("#footnote[%s]" % write(sentence["note"]) if sentence.get("note") else "")
                    for sentence in sentences) + "\n\n"
        path = os.path.join(FOLDER, article["name"] + ".typ")
        with open(path, "w") as file:
            file.write(source)
        typst.compile(path, output=pdf(article), **({} if article["tagged"] else {"pdf_tags": False}))


def by_soffice(articles):
    names = []
    for article in articles:
        size, number, body = article["size"], 0, ""
        for section in article["sections"]:
            body += '<text:h text:style-name="H" text:outline-level="2">%s</text:h>' % escape(section["heading"])
            for sentences in section["paragraphs"]:
                parts = []
                for sentence in sentences:
                    part = escape(sentence["text"])
                    if sentence.get("note"):
                        number += 1
                        part += '<text:note text:note-class="footnote"><text:note-citation>%d</text:note-citation><text:note-body><text:p text:style-name="N">%s</text:p></text:note-body></text:note>' % (number, escape(sentence["note"]))
                    parts.append(part)
                body += '<text:p text:style-name="B">%s</text:p>' % " ".join(parts)
        head = '<style:header><text:p text:style-name="N">%s</text:p></style:header><style:footer><text:p text:style-name="N">Page <text:page-number/></text:p></style:footer>' % escape(article["running"])
        flat = """<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>%s</dc:title><meta:initial-creator>%s</meta:initial-creator></office:meta>
<office:styles><style:style style:name="B" style:family="paragraph"><style:paragraph-properties fo:text-align="%s" fo:margin-bottom="%s" fo:text-indent="%s" fo:hyphenation-ladder-count="no-limit"/><style:text-properties fo:font-family="DejaVu Serif" fo:font-size="%spt" fo:language="en" fo:country="US" fo:hyphenate="%s" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/></style:style>
<style:style style:name="H" style:family="paragraph"><style:paragraph-properties fo:margin-top="10pt" fo:margin-bottom="5pt" fo:keep-with-next="always"/><style:text-properties fo:font-family="DejaVu Serif" fo:font-size="%spt" fo:font-weight="bold"/></style:style>
<style:style style:name="T" style:family="paragraph"><style:text-properties fo:font-family="DejaVu Serif" fo:font-size="%spt"/></style:style>
<style:style style:name="N" style:family="paragraph"><style:text-properties fo:font-family="DejaVu Serif" fo:font-size="%spt"/></style:style></office:styles>
<office:automatic-styles><style:style style:name="S" style:family="section"><style:section-properties><style:columns fo:column-count="%d" fo:column-gap="8mm"/></style:section-properties></style:style><style:page-layout style:name="L"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin="20mm"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L">%s</style:master-page></office:master-styles>
<office:body><office:text><text:h text:style-name="T" text:outline-level="1">%s</text:h><text:section text:style-name="S" text:name="s">%s</text:section></office:text></office:body></office:document>""" % (
            escape(article["title"]), escape(article["author"]), "justify" if article["justify"] else "start",
            "0pt" if article["indent"] else "6pt", "%spt" % (size * 1.5) if article["indent"] else "0pt", size,
            "true" if article["hyphens"] else "false", size * 1.3, size * 2, size * 0.8, article["columns"],
            head if article["heads"] else "", escape(article["title"]), body)
        path = os.path.join(FOLDER, article["name"] + ".fodt")
        with open(path, "w") as file:
            file.write(flat)
        names.append((article["tagged"], path))
    for tagged in (True, False):
        some = [path for is_tagged, path in names if is_tagged == tagged]
        options = "pdf:writer_pdf_Export:" + json.dumps({"UseTaggedPDF": {"type": "boolean", "value": "true" if tagged else "false"}})
        for at in range(0, len(some), 8):
            subprocess.run(["soffice", "--headless", "--convert-to", options, "--outdir", FOLDER] + some[at:at + 8], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)


def one_by_one(render, articles):
    """What a program cannot lay out makes no PDF."""
    for article in articles:
        try:
            render([article])
        except Exception as error:
            print("%s: %s" % (article["name"], type(error).__name__), file=sys.stderr)


TOOLS = {"reportlab": by_reportlab, "weasyprint": by_weasyprint, "typst": by_typst, "chromium": by_chromium, "soffice": by_soffice}
articles = json.load(sys.stdin)
for tool, render in TOOLS.items():
    own = [article for article in articles if article["tool"] == tool]
    if tool == "soffice":
        render(own)
    else:
        one_by_one(render, own)
print(json.dumps([article["name"] for article in articles if os.path.exists(pdf(article))]))
