"""Whether the full text is where an article says that it is."""

import pytest

from tests.content.readings import SIGNED, file_of, read_article, told

REPORT = "Hai cơ quan đã ký quy chế phối hợp trong buổi lễ sáng nay, trước sự chứng kiến của đông đảo khách mời. " * 3
PUBLIC = SIGNED + "  text_public: yes\n"


@pytest.mark.parametrize(
    ("front_matter", "text"),
    [
        (PUBLIC, "[Toàn văn](https://congbao.example/1)"),
        (PUBLIC, f"{REPORT}[Toàn văn](https://congbao.example/1)"),
        (PUBLIC, f"{REPORT}\n\n## Điều 1. Phạm vi\n\nA.\n\n## Điều 2. Đối tượng\n\nB."),
        (PUBLIC + "  documents: [/documents/a.pdf]\n", REPORT),
        (SIGNED, REPORT),
        (SIGNED + "  text_public: {no: Nội bộ}\n  documents: [{file: a.pdf, kind: other}]\n", REPORT),
    ],
)
def test_a_text_that_is_there_is_public(front_matter: str, text: str) -> None:
    assert told(read_article(file_of(front_matter, f"{text}\n")).problems) == []


@pytest.mark.parametrize("text", ["Nội dung.", REPORT])
def test_a_text_that_is_nowhere_is_reported(text: str) -> None:
    assert told(read_article(file_of(PUBLIC, f"{text}\n")).problems) == ["7:16+3 no-full-text"]


def test_a_report_that_names_one_clause_is_not_the_text() -> None:
    found = told(read_article(file_of(PUBLIC, f"{REPORT} Theo Điều 5, hai bên họp hằng năm.\n")).problems)
    assert found == ["7:16+3 no-full-text"]
