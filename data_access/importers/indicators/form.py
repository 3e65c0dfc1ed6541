"""The columns of the indicator form, in their order; see `data_access.importers.reports.form`."""

from data_access.importers.sheets.columns import FormColumn


def _value(key: str, *spellings: str) -> FormColumn:
    return FormColumn(key, "number", False, spellings, 14, limit=40, is_signed=True)


COLUMNS: tuple[FormColumn, ...] = (
    FormColumn("code", "code", True, ("Код строки", "Row code"), 12, limit=80),
    FormColumn(
        *("indicator", "text", True),
        ("Показатель", "Наименование показателя", "Наименование индикатора", "Indicator"),
        *(52, 1000),
    ),
    FormColumn("unit", "text", True, ("Единица", "Единица измерения", "Ед. изм.", "Unit"), 14, 40),
    FormColumn("year", "year", True, ("Год", "Year"), 9, 20),
    _value("target", "План", "Цель", "Плановое значение", "Target"),
    _value("actual", "Факт", "Фактическое значение", "Actual"),
    FormColumn(
        *("source", "text", False),
        ("Источник данных", "Источник информации", "Источник", "Source of the value"),
        *(40, 1000),
    ),
    FormColumn("submitted_on", "date", False, ("Дата представления", "Handed in on"), 14, 40),
)
FILLED = tuple(column for column in COLUMNS if not column.is_given)
NEEDED = {"indicator", "year", "actual"}
KINDS = ("target", "actual")
