"""The coordinator's page: its sentence, its areas, doubtful places, forms, the record of files."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from dashboard.prerender import to_html
from data_access.records.common import Ref
from data_access.records.data import Batch, DataPage, DecidedFinding, FormChoice, OpenFinding
from data_access.records.drafts import DraftHead
from data_access.records.view import Filters
from layouts import data, data_batch, data_upload, finding_view
from layouts.form_texts import file_name
from layouts.texts import NBSP, use_locale
from tests.support import records as make
from tests.support.frames import frame
from tests.unit.layouts.trees import classes, has_style, hrefs, text, walk

NOON = datetime(2021, 10, 11, 9, 5, tzinfo=UTC)


def finding(**changes: Any) -> OpenFinding:
    base = OpenFinding(
        id=7,
        plan=make.plan(),
        document="постановление № 995",
        place="act",
        measure_id=None,
        number="",
        field="act_number",
        code="",
        severity="error",
        message="Номер в шапке – 995, в грифе – 996.",
        parameters={},
        read="995",
        proposal="",
        resolution="Принят номер из шапки",
    )
    return replace(base, **changes)


def batch(**changes: Any) -> Batch:
    base = Batch(3, "reports", "отчёт.xlsx", make.plan(), "Координатор", NOON, 5, 2, 1, {})
    return replace(base, **changes)


def choice(**changes: Any) -> FormChoice:
    periods = ((Ref(4, "III квартал 2021", "III квартал 2021"), date(2021, 10, 10)),)
    return replace(FormChoice(make.plan(), (make.OFFICE,), periods, True), **changes)


def page_of(**changes: Any) -> DataPage:
    base = DataPage(
        plans=(make.plan(),),
        totals=make.totals(),
        missing=(make.missing(),),
        open=(finding(),),
        open_count=5,
        decided=(),
        batches=(batch(),),
        form=choice(),
    )
    return replace(base, **changes)


def said(**changes: Any) -> str:
    return text(data.page(page_of(**changes), frame("/data"))).replace(NBSP, " ")


def test_the_headline_says_what_waits() -> None:
    assert data.finding(page_of()).replace(NBSP, " ") == (
        "Не отчитались 2 исполнителя; 5 мест в документах ждут решения;"
        " последняя загрузка 11.10.2021."
    )


def test_the_headline_where_nothing_waits() -> None:
    nothing = page_of(
        totals=make.totals(missing_reports=0, silent_executors=0),
        open=(), open_count=0, batches=(),
    )  # fmt: skip
    assert data.finding(nothing) == (
        "Все отчёты поступили; спорных мест в документах нет; загрузок ещё не было."
    )


def test_without_plans_the_way_is_shown() -> None:
    shown = said(plans=(), open=(), open_count=0, missing=(), batches=(), form=None)
    assert "загрузите акт" in shown
    assert "Выбрать файл" in shown
    assert "Выдать формы" not in shown


def test_every_kind_has_its_area_that_works_without_scripts() -> None:
    made = data_upload.upload_section()
    html = to_html(made)
    for kind in data_upload.KINDS:
        assert f'name="kind" type="hidden" value="{kind}"' in html
    assert html.count('type="file"') == 3
    assert html.count('enctype="multipart/form-data"') == 3
    assert html.count('type="submit"') == 3
    words = [json.loads(one["data-upload"]) for one in forms(made)]
    assert words[0]["most"] == 10 * 1024 * 1024


def forms(node: Any) -> list[dict[str, Any]]:
    return [one.to_plotly_json()["props"] for one in walk(node) if one._type == "Form"]


def test_nothing_carries_a_style() -> None:
    assert not has_style(data.page(page_of(), frame("/data")))


def test_a_place_says_where_what_and_how_it_stands() -> None:
    shown = said()
    for words in ("нужно решить", "текст акта", "номер акта", "Номер в шапке – 995"):
        assert words in shown
    assert "Пока принято: Принят номер из шапки" in shown
    assert "Принять как есть" in shown
    assert "Решено иначе" in shown


def test_a_place_of_a_measure_leads_there() -> None:
    one = finding(measure_id=203, number="2.3", place="2.3")
    made = data.page(page_of(open=(one,)), frame("/data"))
    assert "/measures/203" in hrefs(made)
    assert text(made).count("п. 2.3") == 1


def test_what_is_read_stands_once() -> None:
    assert "Прочитано" not in said()  # the sentence has it
    assert "Прочитано" in said(open=(finding(read="996-п"),))


def test_a_code_is_worded_in_the_language_of_the_request() -> None:
    one = finding(code="number_missing", message="не так", parameters={"missing": "3.5"})
    assert "3.5" in said(open=(one,))
    assert "не так" not in said(open=(one,))
    broken = replace(one, parameters={})
    assert "не так" in said(open=(broken,))
    with use_locale("en"):
        assert "Missing before this item: 3.5" in text(
            data.page(page_of(open=(one,)), frame("/data"))
        )


def test_more_places_than_are_shown_are_counted() -> None:
    assert "и ещё 4: выберите план" in said()
    assert "и ещё" not in said(open_count=1)


def test_decisions_name_who_and_when() -> None:
    one = DecidedFinding(finding(resolution="accepted"), NOON, "Секретарь комиссии")
    shown = said(decided=(one,))
    assert "Секретарь комиссии" in shown
    # What is settled is no question any more, and nothing is "taken" where nothing was proposed.
    assert "Вопрос был: " in shown
    taken = replace(one, finding=replace(one.finding, proposal="01.02.2021"))
    assert "принято как предложено" in said(decided=(taken,))
    kept = replace(one, finding=replace(one.finding, proposal=""))
    assert "оставлено как прочитано" in said(decided=(kept,))


def test_forms_of_the_one_plan_in_view() -> None:
    html = to_html(data.page(page_of(), frame("/data")))
    assert 'action="/forms/reports.xlsx"' in html
    assert 'formaction="/forms/reports.csv"' in html
    assert 'action="/forms/indicators.xlsx"' in html
    assert "III квартал 2021, срок 10.10.2021" in html
    bare = to_html(data.page(page_of(form=choice(has_indicators=False)), frame("/data")))
    assert "/forms/indicators" not in bare


def test_of_several_plans_one_is_chosen_first() -> None:
    other = make.plan(2, short_title="План Омска, 2024")
    made = data.page(page_of(plans=(make.plan(), other), form=None), frame("/data"))
    assert "/data?plan=2" in hrefs(made)
    assert "/forms/" not in to_html(made)


def test_ones_own_uploads_lead_to_their_pages() -> None:
    head = DraftHead(9, "plan", "акт <b>.docx", "0" * 64, NOON, NOON)
    made = data.page(page_of(drafts=(head,)), frame("/data"))
    assert "/data/9" in hrefs(made)
    assert "акт &lt;b&gt;.docx" in to_html(made)


def test_the_record_of_files() -> None:
    shown = said()
    assert "5 новых строк; 2 изменённые строки; 1 без изменений" in shown
    assert "командная строка" in said(batches=(batch(by=""),))
    assert "Ни один файл ещё не принят" in said(batches=())


@pytest.mark.parametrize(
    ("changes", "words", "leads_to"),
    [
        ({}, "Отчёты приняты: 5 новых строк; 2 изменённые строки.", "/measures?plan=1"),
        ({"kind": "plan", "added": 0, "changed": 0}, "План сохранён", "/?plan=1"),
        ({"kind": "indicators"}, "Показатели приняты", "/indicators?plan=1"),
    ],
)
def test_a_file_taken_in_leads_to_what_it_changed(
    changes: dict[str, Any], words: str, leads_to: str
) -> None:
    made = data_batch.batch_page(batch(**changes), frame("/data/batches/3"))
    assert words in text(made)
    assert any(href.startswith(leads_to) for href in hrefs(made))


def test_the_result_is_shown_on_a_day_that_has_it() -> None:
    late = batch(imported_at=datetime(2026, 11, 25, tzinfo=UTC))
    found = hrefs(data_batch.batch_page(late, frame("/data/batches/3", Filters())))
    assert any("as_of=2026-11-25" in href for href in found)


def test_what_was_let_pass_is_told() -> None:
    made = data_batch.batch_page(
        batch(allowed={"personal": 2, "early": 0}), frame("/data/batches/3")
    )
    assert "2 места" in text(made)


@pytest.mark.parametrize("severity", finding_view.MARKS)
def test_severities_have_icon_and_word(severity: str) -> None:
    made = finding_view.severity_mark(severity)
    assert text(made)
    assert any(name.startswith("bi-") for name in classes(made))


def test_the_name_of_a_forms_file_fits_every_file_system() -> None:
    name = file_name("reports", "xlsx", 'ГОБУЗ "ЦРБ": отдел <1>/2', "", "План\tрайона " + "я" * 90)
    assert not set('\\/:*?"<>|\t') & set(name)
    assert len(name.encode()) < 255
    assert "ГОБУЗ ЦРБ" in name
    assert name.endswith(".xlsx")


def test_what_an_act_took_off_and_added_is_named() -> None:
    named = {"removed": ("2.2 Анализ кадров", "3.3 Беседы"), "added": ("5.4 Конкурс",)}
    amended = batch(
        kind="plan",
        fate="amended",
        changed=21,
        unchanged=4,
        named=named,
        basis="постановление от 15.03.2021 № 512",
        counts_from=date(2021, 3, 15),
    )
    said = text(data_batch.batch_page(amended, frame("/data/batches/3"))).replace(NBSP, " ")
    for words in (
        "План изменён",
        "Снято с контроля 2 мероприятия",
        "2.2 Анализ кадров",
        "Добавлено 1 мероприятие",
        "5.4 Конкурс",
        "постановление от 15.03.2021 № 512",
        "15.03.2021",
        "изменено: 21, без изменений: 4",
    ):
        assert words in said
    assert said.index("3.3 Беседы") < said.index("5.4 Конкурс"), "what goes is told first"
    fresh = text(
        data_batch.batch_page(batch(kind="plan", fate="created"), frame("/data/batches/3"))
    )
    assert "Снято" not in fresh
