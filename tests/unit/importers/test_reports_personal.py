"""What looks like personal data, and what does not. All names and numbers are made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.importers.reports.personal import kinds_in

PERSONAL = {
    "full_name": [
        "Помощь оказана: Ромашкина Василиса Берендеевна",
        "устроен Ромашкин Елисей Берендеевич, направлен в кружок",
        "в отношении Ромашкиной Василисы Берендеевны",
        "РОМАШКИН ЕЛИСЕЙ БЕРЕНДЕЕВИЧ",
        "Елисей Берендеевич Ромашкин",
        "Ромашкина-Лютикова Василиса Ильинична",
    ],
    "birth_date": [
        "ребёнок 12.03.2015 г.р.",
        "дата рождения: 12.03.2015",
        "родился 12 марта 2015 года",
        "Ромашкин Е.Б., 12.03.2015",
        "12.03.2015 года рождения",
    ],
    "snils": ["СНИЛС 12345678901", "112-233-445 95", "снилс: 112-233-445-95"],
    "passport": ["паспорт 68 12 345678", "серия 6812 № 345678", "68 12 345678", "II-ЛБ № 123456"],
    "phone": ["+7 (900) 123-45-67", "89001234567", "тел. 2-41-53"],
    "address": [
        "проживает: ул. Луговая, д. 5, кв. 12",
        "улица Луговая, дом 5",
        "кв. 12",
        "пер. Тихий, 7",
    ],
}
PLAIN = [
    "",
    "Проведено 12 занятий, охвачено 340 родителей",
    "Приказ от 30.06.2021 № 15, справка от 05.04.2021",
    "Заседание комиссии 12.03.2021, протокол № 4",
    "постановление от 28.12.2024 № 1937",
    "На основной базе уровне работы Центра",
    "Комплексный Центр Основной Духовной Поддержки",
    "школа имени Антона Павловича Чехова",
    "МБОУ СОШ № 1 им. Сергея Есенина",
    "Выплачено 1 250 000,00 рублей 340 семьям",
    "родительское собрание 12.03.2021",
    "Рождественская ёлка 07.01.2021",
    "за I квартал 2021 года 45 из 48 (93,8 %)",
    "контракт № 0164300000521000012",
    "ИНН 6821000001",
    "В городских и сельских библиотеках; директор, заместитель директора",
    "изменена численность по форме 103-РИК, раздел 2, строка 15",
]


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind, texts in PERSONAL.items() for text in texts]
)
def test_personal_data_is_seen(kind: str, text: str) -> None:
    assert kind in kinds_in(text)


@pytest.mark.parametrize("text", PLAIN)
def test_other_texts_pass(text: str) -> None:
    assert kinds_in(text) == []


@given(st.text(alphabet="АБвгд .,-№0123456789IVX()+\n", max_size=8000))
def test_any_text_is_looked_at_in_bounded_time(text: str) -> None:
    kinds_in(text)


@pytest.mark.parametrize("piece", ["А", "Аа ", "Аа-", "1", "1 ", "ул. ", "8", "А. ", "рожд "])
def test_long_repetitions_take_no_time(piece: str) -> None:
    kinds_in(piece * (8000 // len(piece)))
