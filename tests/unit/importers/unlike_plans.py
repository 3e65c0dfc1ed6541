"""Five plan documents of our own invention, unlike one another in build and wording."""

import io
from collections.abc import Sequence

from docx import Document
from docx.document import Document as WordDocument
from docx.table import Table

#: Text: executor first, number third, headings without number and tabs.
TEXT = """\
АДМИНИСТРАЦИЯ БЕРЕЗОВСКОГО МУНИЦИПАЛЬНОГО ОКРУГА
РАСПОРЯЖЕНИЕ
от 15 января 2024 г. № 12-р
О плане мероприятий по профилактике социального сиротства на территории Березовского \
муниципального округа на 2024–2025 годы
1. Утвердить план мероприятий по профилактике социального сиротства на 2024–2025 годы.
2. Руководителям, ответственным за исполнение Плана, дважды в год, до 5 июля и до 15 января, \
направлять сведения о его выполнении в отдел социальной политики администрации.
3. Контроль за выполнением распоряжения оставляю за собой.
Глава округа А.А. Соснин

Ответственный\tСрок\t№\tМероприятие\tИтоговый документ

Выявление семей
Отдел опеки\tежеквартально\t1\tПроведение сверки списков\tСправка
КДН и ЗП\tдо 1 июля 2024 года\t2\tПодготовка памятки\tПамятка

Помощь семьям
Комплексный центр\t2025 год\t5\tОткрытие службы\tПриказ
"""


def word_of(lines: Sequence[str]) -> WordDocument:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    return document


def _fill(table: Table, rows: Sequence[Sequence[str | None]]) -> None:
    """Fill a table; None goes on from the left, "^" from above."""
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            if text is None:
                table.cell(at, column - 1).merge(table.cell(at, column))
            elif text == "^":
                table.cell(at - 1, column).merge(table.cell(at, column))
            else:
                table.cell(at, column).text = text


def saved(document: WordDocument) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def add_table(document: WordDocument, rows: Sequence[Sequence[str | None]]) -> None:
    _fill(document.add_table(rows=len(rows), cols=len(rows[0])), rows)


def two_levels() -> bytes:
    """Word: headers of two levels, an executor merged over two rows, a split row, glued numbers."""
    document = word_of(
        (
            "ГОРОДСКОЙ ОКРУГ ЛИПОВ",
            "ПОСТАНОВЛЕНИЕ",
            "03.02.2025 № 77",
            "Об утверждении комплекса мер по сопровождению приемных семей на 2025-2027 годы",
            "Администрация постановляет:",
            "1. Утвердить комплекс мер (прилагается).",
            "2. Исполнителям комплекса мер предоставлять отчет о ходе работ "
            "в управление образования не позднее 20 декабря каждого года.",
            "3. Возложить контроль за исполнением постановления на первого заместителя главы "
            "администрации.",
        )
    )
    blank = None
    add_table(document, (
        ("№ п/п", "Наименование меры", "Срок реализации", blank, "Ответственные", blank),
        ("^", "^", "начало", "окончание", "исполнитель", "соисполнители"),
        ("РАЗДЕЛ I. ПОДГОТОВКА СЕМЕЙ", blank, blank, blank, blank, blank),
        ("", "1.1.Обучение кандидатов", "01.03.2025", "30.11.2025", "Школа приемных родителей", ""),
        ("1.2", "Разработка программы", "2025", "2026", "^", "Отдел опеки"),
        ("", "сопровождения", "", "", "", "и попечительства"),
        ("РАЗДЕЛ II. СОПРОВОЖДЕНИЕ", blank, blank, blank, blank, blank),
        ("2.1", "Клуб приемных семей", "2025", "2027", "Центр «Семья»", "Школы"),
        ("2.5", "Летний лагерь", "июнь 2026", "август 2026", "Центр «Семья»", ""),
    ))  # fmt: skip
    return saved(document)


#: Web page: no numbers at all, plan and fact below each year, values with commas and spaces.
PAGE = """<html><head><meta charset="utf-8"></head><body>
<p>ПРИКАЗ</p><p>от 09.01.2023 № 5</p>
<p>Об утверждении межведомственного плана («дорожной карты») по сокращению численности
детей-сирот в Кленовской области на 2023 - 2024 гг.</p>
<p>1. Утвердить межведомственный план.</p>
<p>2. Контроль за реализацией плана возложить на начальника управления.</p>
<table>
<tr><th>Наименование мероприятия</th><th>Исполнители</th><th>Период реализации</th></tr>
<tr><td colspan="3">Направление «Досуг»</td></tr>
<tr><td>Проведение семейных праздников</td><td>Управление культуры</td><td>май 2023 г.,
 май 2024 г.</td></tr>
<tr><td>Создание клуба отцов</td><td rowspan="2">Управление образования</td><td>4 кв. 2023</td></tr>
<tr><td>Издание сборника практик</td><td>до 01.12.2024</td></tr>
<tr><td colspan="3">Направление «Жилье»</td></tr>
<tr><td>Ремонт жилых помещений</td><td>Управление ЖКХ</td><td>постоянно</td></tr>
</table>
<p>Целевые показатели</p>
<table>
<tr><td rowspan="2">Показатель</td><td rowspan="2">Ед. изм.</td><td colspan="2">2023 год</td>
<td colspan="2">2024 год</td></tr>
<tr><td>план</td><td>факт</td><td>план</td><td>факт</td></tr>
<tr><td>Доля детей-сирот, устроенных в семьи</td><td>%</td><td>87,5</td><td>88,1</td><td>90,0</td>
<td>-</td></tr>
<tr><td>Снижение числа возвратов из семей</td><td>чел.</td><td>1 250</td><td>1 248</td><td>не более
1 100</td><td></td></tr>
</table></body></html>"""


def day_term() -> bytes:
    """Word: numbers "1)" that begin anew in each block, a term from March to February."""
    document = word_of(
        (
            "УТВЕРЖДАЮ",
            "Глава Осиновского района",
            "12.02.2024",
            "План мероприятий по развитию семейного устройства",
            "Срок реализации плана: с 1 марта 2024 года по 28 февраля 2026 года.",
            "Отчеты об исполнении направляются в сектор опеки раз в полугодие до 10 числа месяца, "
            "следующего за отчетным периодом.",
        )
    )
    blank = None
    add_table(document, (
        ("Пункт", "Содержание работы", "Ответственные лица", "Дата исполнения", "Примечание"),
        ("1", "2", "3", "4", "5"),
        ("Блок 1", "Информирование населения", blank, blank, blank),
        ("1)", "Выпуск буклета", "Сектор опеки", "до 1 апреля", ""),
        ("2)", "Рекламный щит", "Сектор опеки; отдел архитектуры", "I полугодие", "при средствах"),
        ("Блок 2", "Подготовка граждан", blank, blank, blank),
        ("1)", "Курсы", "Школа", "ежемесячно", ""),
        ("2)", "Экзамен", "Школа", "весь период", ""),
    ))  # fmt: skip
    return saved(document)


#: Web page: three-part numbers, section rows with number and title apart, repeated header.
DEEP = """<html><head><meta charset="utf-8"></head><body>
<p>Приложение к решению Думы Рябинового городского округа от 20.12.2021 № 45/3</p>
<p>ПЛАН</p><p>действий по защите прав детей на 2022 год и плановый период 2023 и 2024 годов</p>
<table>
<tr><td>№</td><td>Мероприятия</td><td>Сроки</td><td>Ответственные</td><td>Результат</td></tr>
<tr><td>1</td><td colspan="4">Правовая защита</td></tr>
<tr><td>1.1</td><td colspan="4">Консультации</td></tr>
<tr><td>1.1.1</td><td>Прием граждан</td><td>еженедельно</td><td>Юридический отдел</td><td></td></tr>
<tr><td>1.1.4</td><td>Горячая линия</td><td>20 ноября</td><td>Юридический отдел</td><td></td></tr>
<tr><td>№</td><td>Мероприятия</td><td>Сроки</td><td>Ответственные</td><td>Результат</td></tr>
<tr><td>2</td><td colspan="4">Занятость</td></tr>
<tr><td>2.1.1</td><td>Бригады</td><td>лето</td><td>Центр занятости, школы</td><td>80 мест</td></tr>
</table>
<table>
<tr><td>№</td><td>Индикатор</td><td>Единица измерения</td><td>2021 (факт)</td><td>2022 (план)</td>
<td>2023 (план)</td><td>2024 (план)</td></tr>
<tr><td>1</td><td>Доля охваченных детей</td><td>процент</td><td>61,25</td><td>65</td><td>70,5</td>
<td>не менее 75,0</td></tr>
<tr><td>2</td><td>Число жалоб</td><td>ед.</td><td>14</td><td>12</td><td>10-11</td><td>8</td></tr>
</table></body></html>"""
