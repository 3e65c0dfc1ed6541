"""From bytes to text: byte order marks, declared encodings, then what reads as Russian."""

import codecs
import re

from data_access.importers.plan.refusal import ReadingRefused

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Where no encoding is declared; the one with the most plausible Russian wins.
CANDIDATES = ("cp1251", "koi8-r", "cp866", "iso8859-5")
COMMON = re.compile("[оеаинтсрвл]")
RUSSIAN = re.compile("[А-Яа-яЁё]")
BINARY_SHARE = 0.02


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the text of the bytes; ReadingRefused("not_text") for bytes that are none."""
    for mark, marked in MARKS:
        if data.startswith(mark):
            return data.decode(marked, "replace")
    for encoding in (declared, "utf-8"):
        text = _strictly(data, encoding) if encoding else None
        if text is not None:
            return _plausible(text)
    return _plausible(_utf8_cut_off(data) or max(_guesses(data), key=_score))


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError, UnicodeError):
        return None


def _utf8_cut_off(data: bytes) -> str | None:
    """Return a UTF-8 text with few damaged places, such as a character cut off at the end."""
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    return text if damaged * 50 <= len(RUSSIAN.findall(text)) and damaged < 200 else None


def _guesses(data: bytes) -> list[str]:
    return [data.decode(encoding, "replace") for encoding in CANDIDATES]


def _score(text: str) -> int:
    """Count the letters that Russian is mostly made of, in lower case as most of a text is."""
    return len(COMMON.findall(text)) - 5 * text.count("\ufffd")


def _plausible(text: str) -> str:
    controls = sum(1 for letter in text if letter < " " and letter not in "\t\n\r\f\x0b")
    if controls > max(3, len(text) * BINARY_SHARE):
        raise ReadingRefused("not_text")
    return text.replace("\f", "\n")
