"""The plan's title is taken once: from the act's subject, or from the annex's heading."""

import pytest

from data_access.importers.plan import act_text, declension
from data_access.importers.plan.read import read_plan
from data_access.importers.plan.sources.model import Paragraph
from tests.unit.importers import plan_documents as documents

KIND = "Постановление администрации района от 14.02.2023 № 118-п"
SUBJECT = "Об утверждении Плана мероприятий («дорожной карты») по поддержке семей на 2023-2024 годы"
HEADING = "План мероприятий («дорожная карта») по поддержке семей на 2023-2024 годы"
SHORT = "План мероприятий по поддержке семей на 2023-2024 годы"
WRITTEN = {"a.html": documents.as_html, "a.docx": documents.as_docx, "a.txt": documents.as_tabs}

HEADS = [
    ((KIND, SUBJECT, HEADING), HEADING),
    ((SUBJECT, HEADING), HEADING),
    ((KIND, SUBJECT, "План мероприятий", "по поддержке семей на 2023-2024 годы"), HEADING),
    ((KIND, SUBJECT, "Дорожная карта"), HEADING),
    ((KIND, SUBJECT.upper(), HEADING.upper()), HEADING),
    (
        (KIND, "Об утверждении Плана мероприятий", "по поддержке семей на 2023-2024 годы", HEADING),
        SHORT,
    ),
    ((KIND, "Об утверждении дорожной карты", HEADING), HEADING),
    (
        (KIND, "Об утверждении муниципального", "плана мероприятий по поддержке семей"),
        "Муниципальный план мероприятий по поддержке семей",
    ),
    ((KIND, "О внесении изменений в", "План мероприятий по поддержке семей"), None),
]


@pytest.mark.parametrize(("head", "title"), HEADS)
@pytest.mark.parametrize("name", WRITTEN)
def test_subject_and_heading_that_follow_each_other_make_one_title(
    monkeypatch: pytest.MonkeyPatch, name: str, head: tuple[str, ...], title: str | None
) -> None:
    monkeypatch.setattr(documents, "HEAD", head)
    found = read_plan(WRITTEN[name](), name).plan.title
    assert title is None or found == title
    assert found.casefold().count("план мероприятий по поддержке семей") <= 1
    assert found.casefold().count("на 2023-2024 годы") <= 1


@pytest.mark.parametrize("quotes", ["«»", '""'])
def test_the_title_of_a_cited_act_is_not_declined(quotes: str) -> None:
    cited = f"{quotes[0]}Об утверждении Плана мероприятий («дорожной карты»){quotes[1]}"
    subject = f"О внесении изменений в постановление № 5 {cited}"
    assert declension.title(subject) == subject
    assert declension.title(f"О реализации Плана {cited}") == f"План {cited}"


NUMBER = "от 05.03.2025 № 17"
PLAN = "План по поддержке семей на 2025 год"


@pytest.mark.parametrize(
    "lines",
    [
        ("на 2025 год", "Контроль за исполнением возложить на заместителя главы района."),
        ("на 2025 год Контроль за исполнением возложить на главу района.",),
        ("на 2025 год. 1. Утвердить план. 2. Контроль оставляю за собой.",),
        ("на 2025 год", "1 Утвердить план.", "2 Контроль оставляю за собой."),
        ("на 2025 год", "1.Утвердить план.", "2.Контроль оставляю за собой."),
        ("на 2025 год", "I. Утвердить план."),
        ("на 2025 год", "Утвердить прилагаемый план.", "Опубликовать постановление на сайте."),
        ("на 2025 год", "Администрация района", "ПОСТАНОВЛЯЕТ:", "1. Утвердить план."),
    ],
)
def test_the_subject_ends_where_the_clauses_begin(lines: tuple[str, ...]) -> None:
    first, *rest = lines
    head = ("ПОСТАНОВЛЕНИЕ", NUMBER, f"Об утверждении плана по поддержке семей {first}", *rest)
    table = "№\tМероприятие\tСрок\tИсполнитель\n1\tВыставка\t2025\tШкола\n"
    plan = read_plan("\n".join((*head, "", table)).encode(), "a.txt").plan
    assert plan.title == PLAN
    assert bool(plan.controller) == ("возложить" in "".join(lines))


def test_a_number_before_a_small_letter_begins_no_clause() -> None:
    subject = "Об утверждении дорожной карты в 2024 г. 3. этапа реализации"
    assert act_text.parts([Paragraph(subject, "line:1")]).subject == subject


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("О плане мероприятий по поддержке семей", "План мероприятий по поддержке семей"),
        ("О комплексном плане по поддержке семей", "Комплексный план по поддержке семей"),
        ("О Плане мероприятий («дорожной карте»)", "План мероприятий («дорожная карта»)"),
        ("О дополнительных мерах по защите", "Дополнительные меры по защите"),
        ("О муниципальной программе семьи", "Муниципальная программа семьи"),
        ("Об утверждении Плана о мерах защиты", "План о мерах защиты"),
        ("О внесении изменений в план", "О внесении изменений в план"),
    ],
)
def test_titles_that_name_what_the_act_is_about(subject: str, title: str) -> None:
    assert declension.title(subject) == title
