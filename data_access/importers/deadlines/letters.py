"""Normalisation of characters: one dash, one space, one alphabet for each word.

Texts come out of scans and old PDFs: Latin letters stand for Cyrillic ones and the other way
round, "2О24" has a letter for the zero, words are hyphenated. Every function here keeps the
length of the text after `composed`, so places in it stay places in the document's phrase.
"""

import re
import unicodedata

DASHES = "‐‑‒–—―−﹣－˗⁃➖⸺"
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
TAGS = re.compile(r"</?[a-zA-Z][^<>]{0,80}>")
#: "1) …; 2) …", "а) …; б) …": the numbers of a list say nothing about its dates.
LISTED = re.compile(
    r"(?:^|(?<=[;,])\s?|(?<=\. ))(?:\d{1,2}|[а-еaceb])\)\s*(?=[«a-zа-яё])", re.IGNORECASE
)
SPACES = re.compile(r"\s+")
LETTERS = re.compile(r"[^\W\d_]+|[|]+")
#: Letters that only ever make up a Roman number: Latin, and what scans make of them.
ROMANISH = frozenset("ivxlіӏ|пшуyхн")
#: Latin and Ukrainian letters for the Cyrillic ones they look like.
LOOKALIKES = str.maketrans("acehkmopxytiіurnb", "асенкморхутиииг" + "пв")
#: A Roman number that lost the space before "квартал" or "полугодие".
GLUED = re.compile("[ivlіӏ|пшуy]{1,4}(?=[kк][bв]|[пp][оo]л|д[еe]к)")
#: A Roman number that lost the space after the word before it.
TAIL = re.compile("(?<=[а-яё])[IVІ]{1,4}$")
_MONTH = r"\s?(?:янв|фев|мар|апр|ма[йя]|ию[нл]|авг|сен|окт|ноя|дек|\.\s?\d)"
DIGITS = (
    (re.compile(rf"(?<=[0-3])[l|](?={_MONTH})"), "1"),
    (re.compile(rf"(?<![^\W_])[l|](?=\d{_MONTH})"), "1"),
    (re.compile(r"(?<=\d)[oо](?=[\d.]|\b)"), "0"),
    (re.compile(r"\b[oо](?=\d)"), "0"),
    (re.compile(r"\bз(?=\d)"), "3"),
    (re.compile(r"(?<=[а-я])6(?=[а-я])"), "б"),
    (re.compile(r"(?<=[а-я])0(?=[а-я])"), "о"),
)


def composed(text: str) -> str:
    """Return the text with composed letters, plain spaces and dashes, and without mark-up."""
    text = unicodedata.normalize("NFKC", TAGS.sub(" ", text))
    text = INVISIBLE.sub("", text)
    text = "".join("-" if letter in DASHES else letter for letter in text)
    text = "".join(letter for letter in text if not unicodedata.combining(letter))
    return LISTED.sub(" ", SPACES.sub(" ", text).strip()).replace("  ", " ").strip()


def folded(text: str) -> str:
    """Return a composed text in lower case, ё as е, each word in one alphabet."""
    lowered = LETTERS.sub(_one_alphabet, text)
    for pattern, letter in DIGITS:
        lowered = pattern.sub(letter, lowered)
    return lowered


def _one_alphabet(match: re.Match[str]) -> str:
    word = match.group()
    lowered = "".join(_lower(letter) for letter in word).replace("ё", "е")
    if set(lowered) <= ROMANISH:
        return lowered
    glued = GLUED.match(lowered)
    kept = glued.end() if glued else 0
    tail = TAIL.search(word)
    end = tail.start() if tail else len(word)
    rest = lowered[kept : kept + 1] + _soft_signs(word, lowered)[kept + 1 : end]
    return lowered[:kept] + rest.translate(LOOKALIKES) + lowered[end:].replace("і", "i")


def _lower(letter: str) -> str:
    """Lower one letter; those that would become two stay as they are."""
    small = letter.lower()
    return small if len(small) == 1 else letter


def _soft_signs(word: str, lowered: str) -> str:
    """A small Latin b inside a word is a soft sign, a capital one is a Cyrillic В."""
    pairs = zip(word, lowered, strict=True)
    return "".join("ь" if letter == "b" else small for letter, small in pairs)
