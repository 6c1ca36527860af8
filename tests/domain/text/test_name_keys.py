"""A name is the same however it is spaced, capitalised and toned; never without its marks."""

import json
import re
import shutil
import subprocess
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bantin.domain.text.name_keys import name_key
from tests.conftest import REPOSITORY, missing
from tests.domain.text.strategies import bounded, phrases

ONE = (
    ("Bộ Công an", "BỘ CÔNG AN", "bộ  công an", " Bộ Công\u00a0an.", unicodedata.normalize("NFD", "Bộ Công an")),
    ("Hoà Bình", "Hòa Bình", "HÒA BÌNH", "hoà bình"),
    ("Uỷ ban", "Ủy ban", "ỦY BAN"),
    ("Thuỷ", "Thủy"),
    ("Đắk Lắk", "Ðắk Lắk", "đắk lắk"),
    ("VKSND – TAND", "VKSND - TAND", "vksnd — tand"),
)


@pytest.mark.parametrize("names", ONE)
def test_one_name_has_one_key(names: tuple[str, ...]) -> None:
    assert len(set(map(name_key, names))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hùng", "Hưng"),
        ("công chứng", "công chúng"),
        ("Bộ Nội vụ", "Bo Noi vu"),
        ("Đạo", "Dạo"),
        ("ma", "mạ"),
        ("A", "B"),
    ],
)
def test_names_that_differ_in_their_marks_are_two(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@bounded
@given(phrases)
def test_a_key_does_not_depend_on_case_and_space(text: str) -> None:
    assert name_key(text.upper()) == name_key(f"  {text.replace(' ', '  ')} ") == name_key(text)


@bounded
@given(st.text(max_size=20))
@example("ÑỴ")
def test_a_key_is_its_own_key(text: str) -> None:
    assert name_key(name_key(text)) == name_key(text)


def test_the_desk_makes_the_same_keys() -> None:
    """``desk.js`` reads the names in files by the keys that Python has made."""
    node = shutil.which("node")
    if node is None:
        missing("Node.js")
    source = (REPOSITORY / "themes/default/static/desk.js").read_text()
    made = re.search(r"const TONES = .*?;\nconst keyOf = .*?;\n", source, re.DOTALL)
    assert made
    names = [name for some in ONE for name in some] + [
        "Quy chế phối hợp",
        "KT.",
        "t/m",
        "Sửa đổi, bổ sung",
        "giải quyết",
    ]
    script = f"{made[0]}console.log(JSON.stringify({json.dumps(names)}.map(keyOf)))"
    done = subprocess.run([node, "-e", script], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == list(map(name_key, names))
