"""Small things about Russian text that all readers share."""

import re
import unicodedata

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
SPACES = re.compile(r"[ \u00a0\u2000-\u200a\u202f\u205f\u3000]")
#: A hyphen at a line's end within a word; looked at from the hyphen, for words of any length.
BROKEN_WORD = re.compile(r"(?<=\w)-[ ]*\n\s*(?=[а-яё])")
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
#: What stands for Roman digits in texts typed on a Russian keyboard.
ROMAN_LIKE = str.maketrans("ІХіхӀУVvxiу", "IXIXIVVVXIV")


def clean(text: str) -> str:
    """Return the text composed, without invisible and control characters; line breaks stay."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return CONTROL.sub("", SPACES.sub(" ", INVISIBLE.sub("", text)))


def flat(text: str) -> str:
    """Return the text in one line: words joined over line ends, white space normalised."""
    return " ".join(BROKEN_WORD.sub(_join, text).split())


def _join(match: re.Match[str]) -> str:
    """Join a word broken at a line's end; a compound ("психолого-") keeps its hyphen."""
    before = match.string[match.start() - 1]
    return "-" if before in "оеОЕ" or before.isdecimal() else ""


def fold(text: str) -> str:
    """Return the text for comparison: lower case, ё as е, plain dashes and quotes, one space."""
    text = clean(text).casefold().replace("ё", "е")
    text = re.sub("[‐‑‒–—―−]", "-", text)
    return " ".join(re.sub("[«»„“”\"']", '"', text).split())


def squeezed(text: str) -> str:
    """Return the folded text without spaces and dashes: what may be merged without asking."""
    return re.sub(r"[\s\-]", "", fold(text))


def capital(text: str) -> str:
    """Return the text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]


def roman(text: str) -> int | None:
    """Return the value of a Roman number, also in letters that only look so; else None."""
    digits = [ROMAN.get(letter) for letter in text.translate(ROMAN_LIKE).upper()]
    if not digits or len(digits) > 6 or None in digits:
        return None
    values = [value for value in digits if value is not None]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)
