"""Plans of our own invention whose sections have headings without a number."""

from tests.unit.importers.unlike_plans import add_table, saved, word_of

ACT = "РАСПОРЯЖЕНИЕ\nот 15 января 2024 г. № 12-р\nО плане мероприятий на 2024–2025 годы\n"

#: One cell on each line, headings without a number.
CELLS = f"""{ACT}
№ п/п\nМероприятие\nСрок\nИсполнитель
Работа с семьями
1\nСверка списков\nежеквартально\nОтдел опеки
2\nПамятка\nдо 1 июля 2024\nКомиссия по делам несовершеннолетних
Досуг детей
3\nЛагерь\nлето 2024\nШкола
"""


def own_tables() -> bytes:
    """Word: each section has its heading, without a number, and a table of its own."""
    document = word_of((*ACT.split("\n"), "План мероприятий", "Работа с семьями"))
    header = ("№", "Мероприятие", "Срок", "Исполнители")
    add_table(document, (header, ("1.1", "Сверка", "2024", "Отдел опеки")))
    document.add_paragraph("Досуг детей")
    add_table(document, (header, ("2.1", "Лагерь", "2025", "Школа")))
    document.add_paragraph("Показатели")
    names = ("Показатель", "Базовое значение 2023 год", "План 2024", "Факт 2024", "План 2025")
    values = ("Доля семей, %", "70,5%", "не менее 85,5", "86", "0,9 тыс.")
    add_table(document, (names, values))
    return saved(document)


def _cell_row(*texts: str) -> str:
    return "<tr>" + "".join(f"<td>{text}</td>" for text in texts) + "</tr>"


#: Web page: headings stand in the column of the measures; a split row; dates that run backwards.
IN_COLUMN = (
    '<meta charset="utf-8">'
    + "".join(f"<p>{line}</p>" for line in ACT.split("\n"))
    + "<table>"
    + _cell_row("№", "Мероприятие", "Начало реализации", "Окончание реализации", "Исполнители")
    + _cell_row("", "Работа с семьями", "", "", "")
    + _cell_row("1", "Сверка списков в школах", "01.02.2024", "01.01.2024", "Отдел опеки")
    + _cell_row("", "Березовского района", "", "", "")
    + _cell_row("", "<b>Досуг детей</b>", "", "", "")
    + _cell_row("2", "Лагерь", "июнь 2024", "август 2024", "Школа")
    + "</table>"
)
