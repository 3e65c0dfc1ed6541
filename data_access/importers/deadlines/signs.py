"""Signs and small words of a phrase: what they mean for the moments around them."""

from collections.abc import Callable

from data_access.importers.deadlines.items import Item, Statement
from data_access.importers.deadlines.labels import Labels
from data_access.importers.deadlines.parts import Found, Limit, Mark

#: Words that say for themselves what they mean.
REFUSED = ("impossible", "backward", "otherwise")
SAID = ("ongoing", "weekday", "event", "holidays", "report", "then", "generic", "after", "earlier")
WORDS = ("unread", "noise", "label")
END = "конец"


class Signs:
    """What the signs and words up to now mean for the next moment.

    `since` holds the signs since the last moment, `about` where "за" or "по итогам" stood,
    `outside` the limit that brackets interrupt.
    """

    def __init__(self, phrase: str) -> None:
        self.statement = Statement()
        self.labels = Labels(phrase)
        self.limit = self.outside = Limit.NONE
        self.opening = self.closing = self.bracket = False
        self.about: int | None = None
        self.edge = ""
        self.since: set[str] = set()

    @property
    def last(self) -> Item | None:
        """Return the last item, if there is one."""
        return self.statement.items[-1] if self.statement.items else None

    def pass_sign(self, sign: str) -> None:
        """Note a sign; words before it end there."""
        self.labels.flush(self.last)
        self.since.add(sign)
        self.statement.signs.add(sign)

    def refuse(self, why: str, start: int, end: int) -> None:
        """Note a place that no calendar can hold, in the document's words."""
        self.statement.words.setdefault(why, self.labels.said(start, end))
        self.pass_sign(why)

    def take_mark(self, one: Found, mark: Mark) -> None:
        """Take a sign, a word that says something for itself, or one that says nothing."""
        if mark.name in REFUSED:
            self.refuse(mark.name, one.start, one.end)
        elif mark.name in SAID:
            self._said(one, mark)
        elif mark.name in WORDS:
            self.labels.take(one, self.last)
            self.since |= {"noise"} if mark.name == "noise" else set()
        else:
            SIGNS[mark.name](self, one, mark)

    def each_period(self) -> None:
        """Keep what limits every one of recurring periods: "до начала каждого квартала"."""
        if self.limit:
            self.statement.words["limited period"] = self.limit
        if self.edge and self.edge != END:
            self.statement.words["edge"] = self.edge

    def _said(self, one: Found, mark: Mark) -> None:
        words = self.statement.words
        words[mark.name] = words.get(mark.name) or mark.value or mark.name
        if mark.name == "generic":
            self.each_period()
        self.about = None
        self.since.add(mark.name)
        self.statement.signs.add(mark.name)
        if mark.name == "report":
            self.labels.take(one, self.last)
        else:
            self.labels.flush(self.last)

    def _comma(self, _one: Found, _mark: Mark) -> None:
        self.pass_sign(",")

    def _semicolon(self, _one: Found, _mark: Mark) -> None:
        self.pass_sign(",")
        self.since.add(";")
        self.limit = Limit.NONE

    def _dash(self, _one: Found, _mark: Mark) -> None:
        is_label = self.labels.dash(self.last, bool(self.since - {"noise"}))
        self.since.add("colon" if is_label else "-")
        self.statement.signs.add("-")

    def _bracket(self, _one: Found, mark: Mark) -> None:
        self.bracket = mark.name == "open"
        if self.bracket:
            self.outside = self.limit
        else:
            self.limit = self.outside
        self.pass_sign(mark.name)

    def _limit(self, _one: Found, mark: Mark) -> None:
        last = self.last
        if last and last.opened and not last.last and not self.since & {",", "open"}:
            self.closing = True
            return
        dashed = "-" in self.since and "," not in self.since
        if last and dashed and not (last.is_year and last.years):
            last.about, last.label = True, last.label or self.labels.said(last.start, last.end)
        self.limit = Limit(mark.value)
        self.pass_sign("limit")

    def _to(self, one: Found, _mark: Mark) -> None:
        if self.last and self.last.opened:
            self.closing = True
        else:
            self._limit(one, Mark("limit", Limit.BY))

    def _from(self, _one: Found, _mark: Mark) -> None:
        self.opening, self.limit = True, Limit.NONE
        self.pass_sign("from")

    def _edge(self, _one: Found, mark: Mark) -> None:
        self.edge = mark.value
        self.since.add("edge")
        self.statement.signs.add("edge")

    def _about(self, one: Found, _mark: Mark) -> None:
        self.about, self.limit = one.start, Limit.NONE
        self.pass_sign("about")


#: Other marks → what takes them.
SIGNS: dict[str, Callable[[Signs, Found, Mark], None]] = {
    ",": Signs._comma,
    ")": Signs._comma,
    ";": Signs._semicolon,
    "-": Signs._dash,
    "open": Signs._bracket,
    "close": Signs._bracket,
    "limit": Signs._limit,
    "to": Signs._to,
    "from": Signs._from,
    "edge": Signs._edge,
    "about": Signs._about,
}
