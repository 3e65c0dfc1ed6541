"""Which reader a file goes to: by what it is, not by what its name says."""

import re
from typing import IO

from data_access.importers.plan.refusal import ReadingRefused
from data_access.importers.plan.sources import docx, html, pdf, txt
from data_access.importers.plan.sources.model import Document

ZIP, PDF, OLE, RTF = b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0", b"{\\rtf"
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
#: Atomic groups: a comment ends at its first "-->", however many follow one another.
HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?>(?:<!--(?>.*?-->)\s*)*)<(?:!doctype\s+html|html|head|body|table|div|meta)\b",
    re.I | re.S,
)
KINDS = ("docx", "pdf", "txt", "html", "htm", "text")


def open_document(stream: IO[bytes], data: bytes, name: str) -> Document:
    """Return the blocks of a file; ReadingRefused for a kind that is none of ours."""
    if data.startswith(ZIP):
        return docx.read(stream)
    if PDF in data[:1024]:
        return pdf.read(stream)
    _refuse_others(data, name)
    if HTML.match(data[:4096]) or _suffix(name) in ("html", "htm"):
        return html.read(data)
    return txt.read(data)


def _refuse_others(data: bytes, name: str) -> None:
    if data.startswith(OLE):
        raise ReadingRefused("old_word")
    if data.startswith(RTF):
        raise ReadingRefused("rtf")
    if data.startswith(PICTURES):
        raise ReadingRefused("picture")
    if _suffix(name) in ("docx", "pdf"):
        raise ReadingRefused("wrong_extension", extension=_suffix(name))
    if data.count(b"\0") > len(data) // 50 and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ReadingRefused("not_text")


def _suffix(name: str) -> str:
    return name.rpartition(".")[2].casefold() if "." in name else ""
