"""Places in a file, and the fields of the form that stand for them."""

import pytest

from bantin.desk.places import field_at

FILE = """\
---
title: Bài
about:
  - mot
  - hai
agreement:
  type: quy-che
  parties:
    - agency: co-quan-a
      role: chủ trì
    - co-quan-b
  signatories: [{name: A}, {name: B}]
---

Nội dung.
"""


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (0, ""),
        (1, ""),
        (2, "title"),
        (3, "about"),
        (5, "about.1"),
        (6, "agreement"),
        (7, "agreement.type"),
        (9, "agreement.parties.0.agency"),
        (10, "agreement.parties.0.role"),
        (11, "agreement.parties.1"),
        (12, "agreement.signatories"),
        (15, "body"),
    ],
)
def test_a_line_is_that_of_a_field(line: int, field: str) -> None:
    assert field_at(FILE, "content/articles/2026/bai.md", line) == field


def test_an_agency_has_no_text_below() -> None:
    assert field_at("name:\n  vi: A\n", "content/agencies/a.yml", 2) == "name.vi"


@pytest.mark.parametrize("text", ["", "title: A\n", "---\ntitle: [\n---\n", "---\n---\n"])
def test_what_cannot_be_read_has_no_fields(text: str) -> None:
    assert field_at(text, "content/articles/2026/bai.md", 2) in {"", "body"}
