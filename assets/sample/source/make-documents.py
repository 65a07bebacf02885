"""Builds the sample documents that are not their own source: PDF, DOCX, EML and the Windows-1252 text.

Run it from anywhere after `pip install -r requirements.txt`. The same sources give the same bytes:
no file holds the day of its building. HTML, Markdown and UTF-8 text in documents/ are written by hand.
"""

import io
import tomllib
import zipfile
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import docx
import typst
from docx.shared import Mm, Pt, RGBColor

SOURCE = Path(__file__).resolve().parent
DOCUMENTS = SOURCE.parent / "documents"
# The first moment that a ZIP entry can hold: stands for "no date".
NO_DATE = (1980, 1, 1, 0, 0, 0)
# These leave the library only inside an e-mail.
ATTACHED_ONLY = {"paper", "sums-sheet", "note-commission"}


def main():
    DOCUMENTS.mkdir(exist_ok=True)
    for path in sorted((SOURCE / "typst").glob("*.typ")):
        if path.stem not in ATTACHED_ONLY:
            write(path.stem + ".pdf", pdf(path.stem))
    for path in sorted((SOURCE / "word").glob("*.md")):
        if path.stem not in ATTACHED_ONLY:
            write(path.stem + ".docx", word(path.stem))
    for path in sorted((SOURCE / "mail").glob("*.toml")):
        write(path.stem + ".eml", mail(tomllib.loads(path.read_text("utf-8"))))
    precis = (SOURCE / "text" / "precis-longfield-money.txt").read_text("utf-8")
    write("precis-longfield-money.txt", precis.replace("\n", "\r\n").encode("windows-1252"))


def write(name, content):
    (DOCUMENTS / name).write_bytes(content)
    print(f"{len(content):>7}  {name}")


def pdf(stem):
    """The PDF of source/typst/STEM.typ, set with the compiler's own fonts only."""
    return typst.compile(
        str(SOURCE / "typst" / f"{stem}.typ"), root=str(SOURCE / "typst"), ignore_system_fonts=True
    )


def word(stem):
    """The DOCX of source/word/STEM.md: '# ' title, '## ' heading, '- ' bullet, else a paragraph."""
    document = docx.Document()
    set_look(document)
    lines = (SOURCE / "word" / f"{stem}.md").read_text("utf-8").splitlines()
    for line in filter(str.strip, lines):
        if line.startswith("# "):
            document.add_heading(line[2:], level=0)
            document.core_properties.title = line[2:]
        elif line.startswith("## "):
            document.add_heading(line[3:], level=1)
        elif line.startswith("- "):
            document.add_paragraph(line[2:], style="List Bullet")
        else:
            document.add_paragraph(line)
    forget_making(document)
    return with_fixed_dates(document)


def set_look(document):
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(34)
    section.top_margin = section.bottom_margin = Mm(27)
    for name, size in [("Normal", 11), ("Title", 20), ("Heading 1", 13)]:
        style = document.styles[name]
        style.font.name = "Georgia"
        style.font.size = Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[theme]
        if name != "Normal":
            style.font.color.rgb = RGBColor(0x7A, 0x2E, 0x1F)
    document.styles["Normal"].paragraph_format.space_after = Pt(8)
    document.styles["Normal"].paragraph_format.line_spacing = 1.25


def forget_making(document):
    """Drops the template's author, dates and thumbnail."""
    properties = document.core_properties
    properties.author = "Proofline sample library"
    properties.comments = "Sample written for Proofline from public reporting"
    for child in list(properties._element):
        if child.tag.endswith(("}created", "}modified", "}lastModifiedBy")):
            properties._element.remove(child)
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[key]


def with_fixed_dates(document):
    made, fixed = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, NO_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return fixed.getvalue()


def mail(fields):
    """The bytes of an e-mail (RFC 5322, MIME), its parts divided by a fixed boundary."""
    message = EmailMessage(policy=SMTP)
    for header in ("from", "to", "cc", "date", "subject", "message_id", "in_reply_to"):
        if header in fields:
            message[header.replace("_", "-").title()] = fields[header]
    if "html" in fields:
        message.set_content(fields["html"].lstrip(), subtype="html")
    else:
        message.set_content(fields["text"].lstrip())
    for name in fields.get("attachments", []):
        attach(message, name)
    if message.is_multipart():
        message.set_boundary("=-sample-library-part-=")
    return message.as_bytes()


def attach(message, name):
    stem, kind = name.rsplit(".", 1)
    if kind == "pdf":
        message.add_attachment(pdf(stem), maintype="application", subtype="pdf", filename=name)
    elif kind == "docx":
        subtype = "vnd.openxmlformats-officedocument.wordprocessingml.document"
        message.add_attachment(word(stem), maintype="application", subtype=subtype, filename=name)
    else:
        message.add_attachment((SOURCE / "text" / name).read_text("utf-8"), filename=name)


if __name__ == "__main__":
    main()
