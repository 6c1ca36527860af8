"""Reports in order: what was refused, then each kind, those with most guesses first."""

from bantin.importing.drafts.draft import Draft, DraftKind
from bantin.importing.drafts.placing import PlacedDraft, State
from bantin.importing.material import Notice, NoticeKind, Place, PlaceKind, Refusal
from bantin.importing.reports.page import as_page
from bantin.importing.reports.report import Refused, Report, report_of
from bantin.importing.reports.text import as_text

HERE = Place(PlaceKind.PARAGRAPH, 3)


def placed(
    name: str,
    guesses: int,
    kind: DraftKind = DraftKind.ARTICLE,
    state: State = State.NEW,
    notices: tuple[Notice, ...] = (),
) -> PlacedDraft:
    text = "---\n" + "id: a  #? b\n" * guesses + "---\n"
    return PlacedDraft(
        Draft(kind, f"cu/{name}.html", "content", name, text, name, notices=notices), f"{name}.md", state
    )


def report(*drafts: PlacedDraft, refused: tuple[Refused, ...] = ()) -> Report:
    return report_of(drafts, refused, "vi", dry_run=False)


def test_agencies_come_first_and_within_a_kind_what_has_most_guesses() -> None:
    made = report(
        placed("a", 1),
        placed("b", 5, state=State.EDITED),
        placed("c", 2),
        placed("d", 1, DraftKind.AGENCY),
        placed("e", 3, DraftKind.RECORD),
    )
    assert [[item.title for item in group.items] for group in made.groups] == [["d"], ["e"], ["c", "a", "b"]]
    assert [group.guesses for group in made.groups] == [1, 3, 3]
    assert made.guesses == 7


def test_what_every_page_of_a_portal_has_is_left_out_and_needs_no_look() -> None:
    widget, missing = Notice(NoticeKind.WIDGET, "Tin khác", HERE), Notice(NoticeKind.MISSING_FILE, "a.jpg", HERE)
    (item,) = report(placed("a", 1, notices=(widget, missing))).items
    assert [one.words for one in item.left_out] == ["Tin khác"]
    assert [one.words for one in item.not_understood] == ["a.jpg"]


def test_a_thousand_items_are_a_screen_of_text() -> None:
    refused = tuple(Refused(f"cu/{number}.bin", Refusal.DAMAGED) for number in range(100))
    text = as_text(report(*(placed(f"bai-{number}", 2) for number in range(1000)), refused=refused), "vi", "tin")
    assert len(text.splitlines()) < 30
    assert "Bài viết: 1.000 mới; 2.000 chỗ đoán." in text
    assert "Không nhập được: 100." in text
    assert "chạy với --report TỆP.html" in text
    assert text.endswith("bantin import review tin\n")


def test_the_text_leads_to_the_page_that_was_written() -> None:
    text = as_text(report(*(placed(f"bai-{number}", 2) for number in range(30))), "vi", "tin", "ket-qua.html")
    assert "Xem từng tệp: ket-qua.html\n" in text


def test_the_page_folds_long_lists_and_begins_with_what_was_refused() -> None:
    drafts = [placed(f"bai-{number:03}", 1) for number in range(40)]
    page = as_page(report(*drafts, refused=(Refused("cu/x.bin", Refusal.DAMAGED),)), "vi")
    assert page.startswith("<!DOCTYPE html>")
    assert page.index("Không nhập được (1)") < page.index("Bài viết (40)") < page.index("bai-000.md")
    assert "Còn 10 bản nữa" in page
