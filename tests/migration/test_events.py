"""An event is added to a file: new lines, and no other byte changes."""

import difflib

import pytest

from bantin.migration import event_lines, read_front, values_of, with_event

RECORD, ARTICLE = "content/agreements/quy-che.md", "content/articles/2020/bai.md"
EVENT = {"kind": "amended", "on": "2021-02-03", "note": "Sửa Điều 5, thêm: ‘Điều 5a’ # 1"}
BLOCK = "- kind: amended\n  on: 2021-02-03\n  note: 'Sửa Điều 5, thêm: ‘Điều 5a’ # 1'\n"
FLOW = "{kind: amended, on: 2021-02-03, note: 'Sửa Điều 5, thêm: ‘Điều 5a’ # 1'}"


def below(text: str, spaces: int) -> str:
    return "".join(f"{' ' * spaces}{line}\n" for line in text.splitlines())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # No history yet: at the end, behind what belongs to the last key.
        ("type: a  # loại\n", f"type: a  # loại\nevents:\n{below(BLOCK, 2)}"),
        ("title: >-\n  Một\n  hai\n\n", f"title: >-\n  Một\n  hai\nevents:\n{below(BLOCK, 2)}\n"),
        ("type: a\n# ghi chú cuối\n", f"type: a\nevents:\n{below(BLOCK, 2)}# ghi chú cuối\n"),
        # An empty one.
        ("events:  # chưa có\ntype: a\n", f"events:  # chưa có\n{below(BLOCK, 2)}type: a\n"),
        ("events: []\ntype: a\n", f"events:\n{below(BLOCK, 2)}type: a\n"),
        ("events: [ ] # chưa có\ntype: a\n", f"events: # chưa có\n{below(BLOCK, 2)}type: a\n"),
        # As others are written.
        (
            "events:\n  - kind: signed\n    on: 2020\n  # hết\n\ntype: a\n",
            f"events:\n  - kind: signed\n    on: 2020\n  # hết\n{below(BLOCK, 2)}\ntype: a\n",
        ),
        ("events:\n- kind: signed # 1\ntype: a\n", f"events:\n- kind: signed # 1\n{BLOCK}type: a\n"),
        ("events:\n    -   kind: signed\n", f"events:\n    -   kind: signed\n{below(BLOCK, 4)}"),
        ("events:\n  - {kind: signed}\ntype: a\n", f"events:\n  - {{kind: signed}}\n  - {FLOW}\ntype: a\n"),
        ("events: [{kind: signed}]  # a\ntype: a\n", f"events: [{{kind: signed}}, {FLOW}]  # a\ntype: a\n"),
        (
            "events: [\n  {kind: signed, note: 'a] # b'},  # c\n]\ntype: a\n",
            f"events: [\n  {{kind: signed, note: 'a] # b'}}, {FLOW},  # c\n]\ntype: a\n",
        ),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("inline", [False, True])
def test_the_event_is_added_and_nothing_else_changes(
    before: str, after: str, line_end: str, mark: str, inline: bool
) -> None:
    def file(facts: str) -> bytes:
        facts = f"title: Tin\nagreement:\n{indented(facts)}lead: # sau\n" if inline else facts
        text = f"{mark}---\n{facts}---\n\nĐiều 1. events: []\n"
        return text.replace("\n", line_end).encode()

    path, above = (ARTICLE, ("agreement",)) if inline else (RECORD, ())
    assert (with_event(file(before), path, EVENT, above) or b"").decode() == file(after).decode()


def indented(facts: str) -> str:
    return "".join(f"  {line}" if line.strip() else line for line in facts.splitlines(keepends=True))


def test_letters_that_are_not_in_nfc_stay_as_they_are() -> None:
    before = "---\ntype: a\nevents: [{kind: signed, note: Kỳ họp}]\n---\n".replace("ỳ", "y\u0300").encode()
    after = (with_event(before, RECORD, EVENT, ()) or b"").decode()
    changes = [one for one in difflib.ndiff(before.decode(), after) if one[0] != " "]
    assert {one[0] for one in changes} == {"+"}
    assert "".join(one[2] for one in changes).replace(" ", "") == f",{FLOW}".replace(" ", "")


def test_lists_are_values_too() -> None:
    event = {"kind": "terminated", "parties": ("co-quan-a", "co-quan-b")}
    made = with_event(b"---\ntype: a\n---\n", RECORD, event, ())
    assert made == b"---\ntype: a\nevents:\n  - kind: terminated\n    parties: [co-quan-a, co-quan-b]\n---\n"
    assert event_lines(event) == ("- kind: terminated", "  parties: [co-quan-a, co-quan-b]")
    assert values_of(read_front(made, RECORD))["events"] == [
        {"kind": "terminated", "parties": ["co-quan-a", "co-quan-b"]}
    ]


@pytest.mark.parametrize(
    "facts",
    [
        "agreement: {type: a}\n",
        "title: a\n",
        "agreement: a\n",
        "agreement:\n  events: {kind: signed}\n",
        "agreement:\n  events: signed\n",
        "agreement:\n  events: [\n  ]\n",
        "agreement:\n  events:\n    []\n",
    ],
)
def test_where_other_lines_would_change_nothing_does(facts: str) -> None:
    assert with_event(f"---\n{facts}---\n".encode(), ARTICLE, EVENT, ("agreement",)) is None


def test_a_file_without_front_matter_is_refused() -> None:
    with pytest.raises(ValueError, match=RECORD):
        with_event(b"Text.\n", RECORD, EVENT, ())
