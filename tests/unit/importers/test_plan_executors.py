"""Executors' cells: commas within names and between them, marks, definitions, likenesses."""

import pytest

from data_access.importers.plan import executors
from data_access.importers.plan.names import Names
from data_access.importers.plan.org_words import agreed, is_group
from data_access.records.reading import KnownExecutor


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        (
            "Отдел культуры, туризма и спорта администрации, комиссия по делам несовершеннолетних",
            [
                "Отдел культуры, туризма и спорта администрации",
                "комиссия по делам несовершеннолетних",
            ],
        ),
        (
            "Министерство образования области\n\n"
            "Министерство по молодёжной политике\nРязанской области",
            [
                "Министерство образования области",
                "Министерство по молодёжной политике Рязанской области",
            ],
        ),
        (
            "Бюджетное учреждение\n«Центр помощи, диагностики и отдыха»; школы района",
            ["Бюджетное учреждение «Центр помощи, диагностики и отдыха»", "школы района"],
        ),
        (
            "Департамент по делам молодёжи и спорта\nАдминистрации города Омска",
            ["Департамент по делам молодёжи и спорта Администрации города Омска"],
        ),
        (
            "Департамент образования\nАдминистрации городских округов",
            ["Департамент образования", "Администрации городских округов"],
        ),
        ("- отдел опеки;\n- КДН и ЗП.", ["отдел опеки", "КДН и ЗП"]),
        ("ГКУ «Центр» КДН и ЗП", ["ГКУ «Центр»", "КДН и ЗП"]),
        ("ФГБУЗ «Больница № 5» ФМБА России", ["ФГБУЗ «Больница № 5» ФМБА России"]),
        ("", []),
        (" , ;\n", []),
    ],
)
def test_split(cell: str, names: list[str]) -> None:
    assert [one.text for one in executors.split(cell)] == names


def test_a_mark_belongs_to_the_executor_in_front_of_it() -> None:
    cell = "Отдел опеки,\nОбластная больница «Надежда»\n\n(по согласованию), школа"
    assert [(one.text, one.by_agreement) for one in executors.split(cell)] == [
        ("Отдел опеки", False),
        ("Областная больница «Надежда»", True),
        ("школа", False),
    ]


def test_definitions_with_brackets_within_and_over_line_ends() -> None:
    (one,) = executors.split("Образовательные организации (детские сады) (далее – ОО\n(ДС))")
    assert (one.text, one.defines) == ("Образовательные организации (детские сады)", "ОО (ДС)")


def test_a_known_abbreviation_ends_where_the_next_name_begins() -> None:
    found = executors.split("ООиП УО Управление культуры", aliases=["ООиП УО"])
    assert [(one.text, one.joined) for one in found] == [
        ("ООиП УО", False),
        ("Управление культуры", True),
    ]


def names(*cells: str, known: tuple[KnownExecutor, ...] = ()) -> Names:
    return Names((one for cell in cells for one in executors.split(cell)), known)


def test_abbreviations_are_resolved_whatever_their_spaces() -> None:
    book = names("Комиссия по делам несовершеннолетних (далее – КДН и ЗП)", "КДНиЗП")
    assert book.canonical("КДНиЗП") == "Комиссия по делам несовершеннолетних"


def test_only_case_yo_dashes_and_spaces_are_merged_silently() -> None:
    book = names(
        "Отдел Берёзовского района", "отдел  Березовского района", "Отдел Бирёзовского района"
    )
    assert book.canonical("отдел Березовского района") == "Отдел Берёзовского района"
    assert book.canonical("Отдел Бирёзовского района") == "Отдел Бирёзовского района"


def test_a_misprint_is_proposed_with_its_score() -> None:
    right = "Отдел культуры администрации Берёзовского района"
    book = names(right, f"{right}, школа", "Отдел культуры администрации Берёзооского района")
    alike = book.likeness("Отдел культуры администрации Берёзооского района")
    assert alike is not None
    assert alike.name == right
    assert 90 <= alike.score < 100
    assert book.likeness(right) is None


def test_different_numbers_are_different_bodies() -> None:
    book = names("Детский дом-интернат № 2 города", "Детский дом-интернат № 3 города")
    assert book.likeness("Детский дом-интернат № 3 города") is None


def test_known_executors_and_their_aliases() -> None:
    known = KnownExecutor("Комиссия по делам несовершеннолетних", ("КДН и ЗП",))
    book = names("КДНиЗП", "Комисия по делам несовершеннолетних", known=(known,))
    assert book.canonical("КДНиЗП") == known.name
    alike = book.likeness("Комисия по делам несовершеннолетних")
    assert alike is not None
    assert alike.name == known.name


def test_an_unexplained_abbreviation_is_told() -> None:
    book = names("Образовательные организации (детские сады) (далее – ОО (ДС))", "ОО")
    assert book.is_undefined("ОО")
    assert book.explained_by_part("ОО") == "Образовательные организации"


def test_groups() -> None:
    assert is_group("Комиссии по делам несовершеннолетних округов")
    assert is_group("бюджетные учреждения области")
    assert not is_group("Комиссия по делам несовершеннолетних")


def test_adjectives_that_do_not_agree() -> None:
    assert agreed("Муниципальной бюджетное учреждение") == "Муниципальное бюджетное учреждение"
    assert agreed("Муниципальное бюджетное учреждение") is None
