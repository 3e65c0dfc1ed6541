"""Grammar: the plan's own term, limits, events, outside documents, and the signs between."""

from data_access.importers.deadlines.parts import LAST, Limit, Mark, Moment, Unit
from data_access.importers.deadlines.rule import NUMBER, YEAR, Match, rule

_PLAN = r"(?:план|мероприятие|настоящий|дорожный)"
_CARRYING = rf"(?:реализация|и|{_PLAN})"
_STRETCH = r"(?:период|срок|время|ход|рамки)"
_PREPOSITION = r"(?:в|на|с|по|о|к|из|от|за|для|при|и|не|до)"
_THING = (
    r"(?:~|план|график|план-график|мероприятие|реализация|рабочий|отдельный|новый|момент|"
    r"случай|необходимость|итог|порядок|основа|установленный|срок|отчет|представление|постоянно)"
)
#: An event's name: unknown words and what ties them together.
_NAME = rf"(?:(?: {_PREPOSITION}| ,)* {_THING}| отчетный(?! период))*"
#: The same up to a comma: what follows the name of a plan may be another deadline.
_OWN = rf"(?:(?: {_PREPOSITION})* {_THING})*"
_TIME = rf"(?:{NUMBER}|m\d\d|d\S+|o?\d\d?|{YEAR}|год|квартал|полугодие|месяц|отчетный|каждый|"
_TIME += r"предыдущий|текущий|весь|период|"
_TIME += r"лето|осень|зима|весна|учебный|начало|конец|середина|o\d|последний)"


def _event(_match: Match) -> Mark:
    return Mark("event", "event")


def _outside(_match: Match) -> Mark:
    return Mark("event", "document")


def _term(_match: Match) -> Moment:
    return Moment(Unit.TERM, (1, 1), (12, LAST))


EVENTS = (
    rule(
        "outside document",
        rf"(?:(?:в )?соответствие с|согласно|по){_NAME} (?:план|график|план-график){_NAME}"
        rf"|(?:в )?соответствие{_NAME}|согласно{_NAME}|(?:план|график|план-график) {_THING}{_OWN}"
        rf"|план - график{_NAME}|план-график{_NAME}"
        rf"|(?:в )?(?:установленный|отдельный){_NAME}(?: срок)?{_NAME}"
        rf"|(?:в )?срок(?: ,)? (?:установленный|настоящий){_NAME}|по отдельный{_NAME}",
        _outside,
    ),
    rule(
        "event",
        r"(?:по мера|по необходимость|при необходимость|(?:в )?случай"
        r"|(?:с|до) (?:момент|день|дата)|рабочий порядок|немедленно|в день|к день"
        rf"|(?:по|при|после|перед|до|через) ~|(?:по|после) (?:итог|конец) ~"
        rf"|(?:в )?{_STRETCH} ~"
        r"|(?:до|перед|с|к|после) (?:начало|конец)(?: ~)++(?: (?:сезон|период))*"
        rf"(?! {_TIME})){_NAME}",
        _event,
    ),
    rule(
        "clock",
        r"(?:в )?(?:течение|срок|через) (?:\d+ )?(?:- )?(?:рабочий |календарный )?"
        r"(?:день|неделя|месяц|час|дневный|месячный|недельный|суточный)(?: срок)?"
        r"|(?:в )?(?:\d+ )?(?:- )?(?:дневный|месячный|недельный|суточный)(?: срок)?"
        r"|(?:в )?(?:течение )?\d+ (?:рабочий |календарный )?(?:день|неделя|месяц|час)"
        r"|(?:в )?(?:течение )?\d\d? лет|(?:в )?течение \d год",
        lambda _match: Mark("event", "clock"),
    ),
)
TERM = (
    rule(
        "term of the plan",
        rf"(?:весь |установленный )?{_STRETCH} (?:весь )?(?:(?:период|срок) )?"
        rf"(?:реализация|{_PLAN})(?: {_CARRYING})*(?! ~)"
        rf"|весь {_STRETCH}(?: {_CARRYING})*|(?<!о )(?<!по )реализация(?: {_PLAN})+",
        _term,
    ),
)
LIMITS = (
    rule(
        "about",
        rf"(?:по|после) (?:итог|конец)|итог(?: за)?(?= {_TIME})|за(?= {_TIME})",
        lambda _match: Mark("about"),
    ),
    rule("by", r"(?:в срок )?не позднее(?: чем)?", lambda _m: Mark("limit", Limit.BY)),
    rule("in front of", r"перед(?= (?:начало|конец))", lambda _m: Mark("limit", Limit.BEFORE)),
    rule("before", r"(?:в срок )?до", lambda _m: Mark("limit", Limit.BEFORE)),
    rule("at", r"к", lambda _m: Mark("limit", Limit.START)),
    rule("to", rf"по(?= {_TIME})", lambda _m: Mark("to")),
    rule(
        "from",
        rf"(?:начиная )?с(?= {_TIME})|начиная|не ранее(?: чем)?"
        r"|от(?= (?:d\S+|(?:o?\d\d? )?m\d\d(?: \d{4})?(?: год)?) до )",
        lambda _match: Mark("from"),
    ),
    rule("after", rf"после(?= {_TIME})", lambda _match: (Mark("after"), Mark("from"))),
    rule(
        "edge",
        r"(?:(?:в|на|под) )?(?P<edge>начало|середина|конец)",
        lambda match: Mark("edge", match["edge"]),
    ),
)
SIGNS = (
    rule("once", r"1 раз", _term),
    rule(
        "ongoing",
        r"постоянно(?: (?:основа|режим|порядок))?",
        lambda _match: Mark("ongoing", "continuous"),
    ),
    rule("then", r"(?:и )?далее", lambda _match: Mark("then")),
    rule("report", r"отчет|представление|итог", lambda _match: Mark("report")),
    rule("comma", r"[,и/]", lambda _match: Mark(",")),
    rule("semicolon", r";", lambda _match: Mark(";")),
    rule("dash", r"[-:]", lambda _match: Mark("-")),
    rule("open", r"\(", lambda _match: Mark("(")),
    rule("close", r"\)", lambda _match: Mark(")")),
    rule("otherwise", "otherwise", lambda _match: Mark("otherwise")),
    rule("unread", r"~|[ro]?\d+", lambda _match: Mark("unread")),
    rule("noise", r"\S+", lambda match: Mark("noise", match.group())),
)
