"""Given names as they are told from other words with a capital letter, in all cases.

They serve to see a name beside a birth date alone: a name by itself refuses no school or street.
"""

import re

from data_access.records.letters import same_letters

#: Without their endings, as they are compared: ё is е.
_NAMES = """
александр алексе анатоли андре антон аркади арсени артем артур афанаси богдан борис вадим
валентин валери васили вениамин виктор витали владимир владислав всеволод вячеслав гаврил
геннади георги глеб григори давид дамир даниил данил демид демьян денис дмитри евгени егор елисе
емельян ефим захар ибрагим иван игнат игор иль ильдар ильнур камил карим кирил кирилл клим
константин кузьм лаврент лев леонид лук макар максим марат марк матве мирон михаил мурад
мухаммад назар никит никола олег павел павл петр платон прохор равил рамил расул ренат ринат
родион роман руслан рустам савели святослав семен серге станислав степан тарас тимофе тимур
тихон умар федор филипп харитон шамил эдуард эльдар эмил юри яков ян ярослав
аделин азали аксинь алевтин ален алин алис алл альбин амин анастаси ангелин анжел анжелик ани анн
антонин арин асел алсу василис вер вероник виолетт галин гульнар дарь диан динар дин ев евдоки
екатерин елен елизавет есени жанн забав злат зинаид зо ильмир инг инесс инн ирин карин кир
клавди кристин ксени ларис лейл лиан лиди лили луиз людмил любов мадин маргарит марин мари марь
марьян мелани милан милен мирослав надежд наталь натали нелл ник нин оксан ольг олес пелаге
полин раис регин римм роз сабин светлан снежан софи софь стефани таис тамар татьян ульян фатим
фаин христин эвелин эльвир эльмир эмили эмм юли юлиан яна
"""
_STEMS = frozenset(_NAMES.split())
_ENDINGS = (
    *("", "а", "я", "й", "у", "ю", "е", "и", "ы", "ь"),
    *("ой", "ей", "ом", "ем", "ии", "ия", "ию", "ий", "ием", "ией", "ью"),
)
#: Short forms; their endings tell them from other words.
_SHORT_NAMES = """
саш маш даш пет ван вов дим кат наст ол тан миш паш жен юр сереж алеш леш гриш кост вит тол вас
фед ром лиз ксюш степ гош кол лен люб над нат сон
"""
_SHORT = frozenset(_SHORT_NAMES.split())
_SHORT_ENDINGS = ("а", "я", "у", "ю", "е", "и", "ой", "ей")
#: Words that a given name stands beside where it is a place's or a deed's: "Центр Надежда". In the
#: singular, whole: "Селезнёв" and "Храмова" are surnames.
_NO_PERSON = re.compile(
    r"(?:(?:центр|клуб|лагер|школ|лице|гимнази|сад|дом|фонд|студи|кружок|кружк|санатори|кафе|музе"
    r"|театр|парк|храм|церков|церкв|собор|площад|сквер|стадион|отряд|форум|проект|акци|фестивал"
    r"|конкурс|праздник|день|дн|улиц|поселок|поселк|сел|деревн|станиц|город|библиотек|магазин|отел"
    r"|спектакл|ансамбл|команд|обществ|организаци|служб|программ|месяц|недел|год)"
    r"(?:а|у|ом|ем|е|и|ы|ой|ей|я|ю|ь|ью|й|о)?|свят(?:ой|ого|ому|ым|ом|ая|ую|ый))"
)
_SURNAME = re.compile(
    r"(?:[ое]в|ин|ын|[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую)|(?:[ое]в|ин|ын)(?:а|у|ым|е|ой|ых|ы)"
    r"|ко|у?к|юк|ян|дзе|швили|ец|[иы]х)$"
)


def is_given(word: str) -> bool:
    """Tell whether a word is a given name, in any case."""
    folded = same_letters(word)
    return _has_stem(folded, _STEMS, _ENDINGS) or _has_stem(folded, _SHORT, _SHORT_ENDINGS)


def _has_stem(word: str, stems: frozenset[str], endings: tuple[str, ...]) -> bool:
    return any(word.endswith(one) and _stem(word, one) in stems for one in endings)


def _stem(word: str, ending: str) -> str:
    return word[: len(word) - len(ending)]


def is_person(words: list[str]) -> bool:
    """Tell whether words are a person: one is a given name, none speaks of something else."""
    if any(_NO_PERSON.fullmatch(same_letters(one)) for one in words):
        return False
    return any(is_given(one) for one in words)


def may_be_person(words: list[str]) -> bool:
    """Tell the same where a sign of a birth stands beside: two words, one like a surname, do."""
    if is_person(words):
        return True
    return len(words) > 1 and any(_SURNAME.search(same_letters(one)) for one in words)
