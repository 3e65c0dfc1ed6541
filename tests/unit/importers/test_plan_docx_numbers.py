"""Word's automatic numbers: lists that restart, other levels, other patterns."""

from data_access.importers.plan.read import read_plan
from data_access.importers.plan.sources.docx_numbers import Numbers
from data_access.importers.plan.sources.docx_xml import parse
from tests.unit.importers.plan_documents import zip_of

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LEVELS = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:lvlText w:val="%1.%2."/></w:lvl>'
)


def numbering(*lists: str) -> bytes:
    nums = "".join(
        f'<w:num w:numId="{at}"><w:abstractNumId w:val="0"/>{one}</w:num>'
        for at, one in enumerate(lists, 1)
    )
    levels = f'<w:abstractNum w:abstractNumId="0">{LEVELS}</w:abstractNum>'
    return f"<w:numbering {W}>{levels}{nums}</w:numbering>".encode()


def restart(level: int, at: int) -> str:
    start = f'<w:startOverride w:val="{at}"/>'
    return f'<w:lvlOverride w:ilvl="{level}">{start}</w:lvlOverride>'


def paragraph(number: int, level: int = 0, text: str = "") -> str:
    given = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{given}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def shown(lists: bytes, *paragraphs: tuple[int, int]) -> list[str]:
    numbers = Numbers(lists, b"")
    made = (paragraph(*one).replace("<w:p>", f"<w:p {W}>", 1) for one in paragraphs)
    return [numbers.next_for(parse(one.encode())) for one in made]


def test_a_list_that_restarts_counts_anew_where_it_is_first_met() -> None:
    lists = numbering("", restart(0, 1))
    assert shown(lists, (1, 0), (1, 0), (2, 0), (2, 0), (1, 0)) == ["1.", "2.", "1.", "2.", "3."]


def test_a_list_may_begin_with_another_number() -> None:
    assert shown(numbering("", restart(0, 7)), (1, 0), (2, 0), (2, 0)) == ["1.", "7.", "8."]


def test_a_list_without_a_restart_goes_on() -> None:
    assert shown(numbering("", ""), (1, 0), (2, 0), (1, 0)) == ["1.", "2.", "3."]


def test_a_lower_level_restarts_and_keeps_the_upper_one() -> None:
    lists = numbering("", restart(1, 1))
    assert shown(lists, (1, 0), (1, 1), (1, 1), (2, 1)) == ["1.", "1.1.", "1.2.", "1.1."]


def test_a_list_may_show_its_numbers_in_another_form() -> None:
    level = '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:lvlText w:val="%1)"/></w:lvl>'
    other = f'<w:lvlOverride w:ilvl="0">{level}</w:lvlOverride>'
    assert shown(numbering("", other), (1, 0), (2, 0)) == ["1.", "2)"]


def test_measures_of_a_second_section_keep_the_numbers_that_the_page_shows() -> None:
    plain = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    header = ("№ п/п", "Мероприятие", "Срок исполнения", "Исполнитель")
    rows = ["".join(f"<w:tc>{plain.format(title)}</w:tc>" for title in header)]
    for section in (1, 2):
        span = '<w:tcPr><w:gridSpan w:val="4"/></w:tcPr>'
        rows.append(f"<w:tc>{span}{plain.format(f'Раздел {section}. Меры')}</w:tc>")
        for at in range(2):
            cells = (plain.format(one) for one in (f"Акция {section}{at}", "2025 год", "Школа"))
            row = (paragraph(section), *cells)
            rows.append("".join(f"<w:tc>{one}</w:tc>" for one in row))
    table = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    subject = plain.format("Об утверждении плана мероприятий на 2025 год")
    body = f"<w:document {W}><w:body>{subject}<w:tbl>{table}</w:tbl></w:body></w:document>"
    lists = numbering("", restart(0, 1))
    reading = read_plan(zip_of(word__document=body.encode(), word__numbering=lists), "a.docx")
    assert [one.number for one in reading.measures] == ["1.1", "1.2", "2.1", "2.2"]
