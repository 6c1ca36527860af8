"""PARSE: values that YAML would cut or change are reported, and no others."""

import pytest

from bantin.content.yaml.parser import parse_yaml, plain
from tests.content.readings import told

FILE = "content/articles/2020/bai.md"


def found(text: str) -> list[str]:
    return told(parse_yaml(text, FILE).problems)


@pytest.mark.parametrize(
    "text",
    [
        "clauses: 12  # kể cả phụ lục\n",
        "signed_on: 2020-05-05 # ngày ký\n",
        "type: quy-che # loại\n",
        "draft: true # bỏ khi xong\n",
        "title: Hai cơ quan   # tạm\n",
        "title: 'Hội nghị số #1'\n",
        "title: 'Hội nghị' # tạm\n",
        "tags: [a, b] # ba\n",
        "lead: # viết sau\n",
        "lead:\n  # viết sau\n  Hai cơ quan ký.\n",
        "lead: >-\n  Hội nghị số #1\n  #anninh\n",
        "# đầu tệp\ntitle: a\n#title: b\n",
        "title: C#, F#, số 1#2\n",
        "website: https://bo.example/#dau\n",
        "- a\n# b\n- c\n",
    ],
)
def test_a_comment_is_one(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "problem", "mended"),
    [
        ("title: Số #1\n", "1:8+5 yaml-comment", "'Số #1'"),
        ("title: Số # 1\n", "1:8+6 yaml-comment", "'Số # 1'"),
        ("title: Số   #1\n", "1:8+7 yaml-comment", "'Số   #1'"),
        ("title: #1\n", "1:8+2 yaml-comment", "'#1'"),
        ("title: 'Số' #1\n", "1:8+7 yaml-comment", "'Số #1'"),
        ("title: ''#1\n", "1:8+4 yaml-comment", "'#1'"),
        ("title: M'gar #1\n", "1:8+8 yaml-comment", '"M\'gar #1"'),
        ("a:\n  - b #c\n", "2:5+4 yaml-comment", "'b #c'"),
    ],
)
def test_what_a_number_sign_would_cut_is_reported_whole(text: str, problem: str, mended: str) -> None:
    tree = parse_yaml(text, FILE)
    assert told(tree.problems) == [problem]
    assert tree.problems[0].value("mended") == mended
    assert tree.root is not None
    # The rest of the file is checked with the intended value.
    assert mended[1:-1] in str(plain(tree.root, []))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("lead: Một\n  hai #3\n", "2:7+2 yaml-comment"),
        ("lead: Một\n  #hai\ntitle: b\n", "2:3+4 yaml-comment"),
        ("a: [b, c] #d\n", "1:11+2 yaml-comment"),
        ("a: {b: c}#d\n", "1:10+2 yaml-comment"),
    ],
)
def test_a_comment_elsewhere_that_is_none_is_reported(text: str, problem: str) -> None:
    assert found(text) == [problem]


@pytest.mark.parametrize(
    "text",
    [
        "title: Lễ ký “Quy chế phối hợp”\n",
        "title: “Quy chế” và “Kế hoạch”\n",
        "title: '“Quy chế phối hợp”'\n",
        "title: Hôm nay, “Quy chế”\n",
        "lead: >-\n  “Quy chế phối hợp”\n",
        "title: (“Quy chế”)\n",
    ],
)
def test_quotes_within_a_text_are_its_own(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("quoted", ["“Bộ”", "‘Bộ’", "«Bộ»", "„Bộ“", "”Bộ”", "“ Bộ ”", '“Bộ"', "’Bộ’"])
def test_quotes_of_a_word_processor_round_a_value_are_reported(quoted: str) -> None:
    for text in (f"a: {quoted}\n", f"a:\n  - {quoted}\n", f"a: [b, {quoted}]\n", f"a: {{b: {quoted}, c: d}}\n"):
        (problem,) = parse_yaml(text, FILE).problems
        assert (problem.code, problem.value("mended")) == ("typographic-quotes", "Bộ")


@pytest.mark.parametrize(
    "text",
    [
        "lead: Chiều nay, hai cơ quan\n  ký quy chế phối hợp.\n",
        "lead:\n  Chiều nay, hai cơ quan\n  ký quy chế.\n",
        "lead: Theo đó\n  hai bên phối hợp – trao đổi\n",
        "lead: Xem\n  https://bo.example/\n",
        "lead: |\n  Nội dung: hai bên ký\n  Nguồn: Báo A\n",
        "lead: 'Một\n  hai: ba'\n",
        "authors:\n  - Nguyễn Văn A\n  - Trần Thị B\n",
        "also: Ủy viên Trung ương Đảng,\n  Bí thư\n",
    ],
)
def test_a_text_over_several_lines_is_one(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("title: A\n  lead:b\n", "2:1+8 yaml-swallowed"),
        ("title: A\n  lead: b\n", "2:1+9 yaml-swallowed"),
        ("title: A\n  lead = b\n", "2:1+10 yaml-swallowed"),
        ("lead: >-\n  A\n  tags: [b]\n", "3:1+11 yaml-swallowed"),
        ("lead: |\n  A\n  - name: b\n", "3:1+11 yaml-swallowed"),
        ('title: "A\nlead: b"\n', "1:8+2 yaml-quote"),
        ("a:\n  - b\n   - c\n", "3:1+6 yaml-swallowed"),
        ("a: b\n  - c\n", "2:3+1 yaml-dash"),
        ("authors:\n  A\n  B\n", "2:3+1 yaml-bullet"),
    ],
)
def test_a_line_that_would_become_part_of_another_is_reported(text: str, problem: str) -> None:
    assert found(text) == [problem]


@pytest.mark.parametrize("sign", ["•", "–", "—", "+", "●", "1.", "2)", "a)", "-"])
def test_what_is_no_dash_and_space_begins_no_item(sign: str) -> None:
    (problem,) = parse_yaml(f"authors:\n  {sign}{'' if sign == '-' else ' '}Nguyễn Văn A\n", FILE).problems
    assert (problem.code, problem.value("mended_line")) == ("yaml-bullet", "  - Nguyễn Văn A")
