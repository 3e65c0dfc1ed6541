"""The plan's title is taken once: from the act's subject, or from the annex's heading."""

import pytest

from data_access.importers.plan.read import read_plan
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
