"""The columns of the executor's report form, in their order: one table for both directions.

The first column identifies the row (hidden); the next are filled in by the system and locked; the
rest is the executor's. The first spelling is the header that Karta writes in Russian.
"""

from data_access.importers.sheets.columns import FormColumn


def _given(key: str, width: int, *spellings: str) -> FormColumn:
    return FormColumn(key, "text", True, spellings, width, limit=4000)


def _filled(key: str, kind: str, width: int, limit: int, *spellings: str) -> FormColumn:
    return FormColumn(key, kind, False, spellings, width, limit)


COLUMNS: tuple[FormColumn, ...] = (
    FormColumn("code", "code", True, ("Код строки", "Row code"), 12, limit=80),
    _given("number", 9, "№ пункта", "№ п/п", "№", "Пункт", "Пункт плана", "Item no."),
    _given("title", 44, "Мероприятие", "Наименование мероприятия", "Measure"),
    _given("due", 22, "Срок", "Срок исполнения", "Due date"),
    _given("executor", 26, "Исполнитель", "Ответственный исполнитель", "Executor"),
    _given("period", 16, "Отчётный период", "Reporting period"),
    _filled("outcome", "outcome", 15, 40, "Отметка", "Отметка об исполнении", "Executor's mark"),
    _filled(
        *("completed_on", "date", 14, 40),
        *("Дата фактического исполнения", "Дата исполнения", "Фактическая дата исполнения"),
        "Actual date of completion",
    ),
    _filled("narrative", "text", 48, 8000, "Информация об исполнении", "Information on execution"),
    _filled("quantity", "number", 15, 40, "Количественный результат", "Quantity"),
    _filled("unit", "text", 12, 40, "Единица", "Единица измерения", "Ед. изм.", "Unit"),
    _filled(
        *("evidence", "text", 30, 2000),
        *("Реквизиты подтверждающего документа", "Подтверждающий документ"),
        *("Supporting document", "Details of the supporting document"),
    ),
    _filled("reason", "text", 30, 2000, "Причина неисполнения", "Reason for non-execution"),
    _filled("measures_taken", "text", 30, 2000, "Принимаемые меры", "Measures taken"),
    _filled("proposed_due_on", "date", 15, 40, "Предлагаемый новый срок", "Proposed new date"),
    _filled("note", "text", 24, 2000, "Примечание", "Примечания", "Note"),
    _filled("author_post", "text", 22, 300, "Должность составителя", "Author's post"),
    _filled("submitted_on", "date", 14, 40, "Дата представления", "Handed in on"),
)
FILLED = tuple(column for column in COLUMNS if not column.is_given)
#: Without these a sheet is not the form.
NEEDED = {"outcome", "narrative", "number"}
#: What a report holds besides its identity: compared to tell whether it says something new.
CONTENT = tuple(column.key for column in FILLED if column.key != "submitted_on")

#: How people write the executor's mark; the first is what the form's list offers in Russian.
OUTCOMES: dict[str, tuple[str, ...]] = {
    "done": ("исполнено", "выполнено", "done"),
    "partial": ("частично", "исполнено частично", "выполнено частично", "done in part"),
    "in_progress": ("в работе", "исполняется", "in progress"),
    "not_done": ("не исполнено", "не выполнено", "not done"),
}
