"""Every export for owner, outsider and anonymous, by rights and by filters."""

import io
import json
from urllib.parse import unquote

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook
from werkzeug.test import TestResponse

from layouts.links import EXPORT_FORMATS, EXPORT_TABLES
from tests.permissions.conftest import Owned

DAYS = ("2020-06-30", "2021-10-11", "2025-06-30")


def _text(response: TestResponse, fmt: str) -> str:
    if fmt == "json":
        return json.dumps(json.loads(response.data), ensure_ascii=False)
    if fmt == "csv":
        return response.data.decode("utf-8-sig")
    book = load_workbook(io.BytesIO(response.data), read_only=True)
    return "\n".join(str(row) for sheet in book for row in sheet.iter_rows(values_only=True))


def _seen(response: TestResponse, fmt: str, owned: Owned) -> set[str]:
    text = _text(response, fmt)
    return {word for word in owned.words if word in text}


@pytest.mark.parametrize("fmt", EXPORT_FORMATS)
@pytest.mark.parametrize("table", EXPORT_TABLES)
def test_the_owner_gets_the_table(kdn: FlaskClient, owned: Owned, table: str, fmt: str) -> None:
    response = kdn.get(f"/export/{table}.{fmt}?plan={owned.plan}")
    assert response.status_code == 200
    assert _seen(response, fmt, owned)


@pytest.mark.parametrize("fmt", EXPORT_FORMATS)
@pytest.mark.parametrize("table", EXPORT_TABLES)
def test_an_outsider_gets_nothing_of_it(
    deputy: FlaskClient, owned: Owned, table: str, fmt: str
) -> None:
    for day in DAYS:
        response = deputy.get(f"/export/{table}.{fmt}?as_of={day}")
        assert response.status_code == 200
        assert not _seen(response, fmt, owned)


@pytest.mark.parametrize("table", EXPORT_TABLES)
def test_an_outsider_gets_no_further_by_filters(
    deputy: FlaskClient, owned: Owned, table: str
) -> None:
    response = deputy.get(f"/export/{table}.csv?plan={owned.plan}")
    assert response.status_code == 400
    assert "plan" in response.text
    assert not any(word in response.text for word in owned.words)


@pytest.mark.parametrize("fmt", EXPORT_FORMATS)
@pytest.mark.parametrize("table", EXPORT_TABLES)
def test_anonymous_gets_the_form_alone(anonymous: FlaskClient, table: str, fmt: str) -> None:
    response = anonymous.get(f"/export/{table}.{fmt}")
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/login")


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("tokaryovka-2025", 20),
        ("alexandrovsk-2020-2021", 23),
        ("omsk-2024", 18),
        ("irkutsk-region-2022-2025", 37),
    ],
)
def test_the_region_gets_all_measures_of_each_plan(
    region: FlaskClient, code: str, count: int
) -> None:
    for day in DAYS:
        response = region.get(f"/export/measures.json?plan={code}&as_of={day}")
        rows = json.loads(response.data)
        assert len(rows if isinstance(rows, list) else rows["measures"]) == count


def test_the_file_has_a_name_in_the_readers_language(kdn: FlaskClient) -> None:
    header = kdn.get("/export/measures.csv?as_of=2021-10-11").headers["Content-Disposition"]
    assert 'filename="measures.csv"' in header
    assert unquote(header).endswith("Мероприятия 11.10.2021.csv")


def test_a_wrong_filter_is_said_in_the_readers_language(kdn: FlaskClient) -> None:
    russian = kdn.get("/export/measures.csv?as_of=tomorrow")
    english = kdn.get("/export/measures.csv?as_of=tomorrow&lang=en", headers={"Accept": "*/*"})
    assert russian.status_code == english.status_code == 400
    assert "ожидается дата" in russian.text
    assert "a date such as" in english.text


@pytest.mark.parametrize("path", ["/export/account.csv", "/export/measures.pdf", "/export/x"])
def test_other_files_do_not_exist(kdn: FlaskClient, path: str) -> None:
    assert kdn.get(path).status_code == 404
