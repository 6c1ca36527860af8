"""Notes become footnotes of Markdown; comments are told and never text."""

from bantin.importing.material import Notice, NoticeKind, Paragraph, Place, PlaceKind
from bantin.importing.readers.word.reading import read_word
from tests.importing.readers.word.files import (
    add_notes,
    deleted,
    document,
    in_font,
    p,
    r,
    refers,
    saved,
    table,
    word_file,
)

SECOND = Place(PlaceKind.PARAGRAPH, 2)


def test_notes_stand_behind_the_text_in_the_order_of_their_references() -> None:
    made = document(p("Quy chế"), p("Bộ Công an", refers(7), " và Bộ Y tế", refers(3, "endnote")))
    add_notes(made, {0: p("separator"), 7: p("Sau đây gọi là ", r("Bộ", "<w:b/>")) + p("thứ hai")})
    add_notes(made, {3: p("cuối")}, "endnote")
    material = read_word(saved(made), "a.docx")
    assert material.blocks[1:] == (
        Paragraph("Bộ Công an và Bộ Y tế", SECOND, "Bộ Công an[^1] và Bộ Y tế[^2]"),
        Paragraph("Sau đây gọi là Bộ", SECOND, "Sau đây gọi là **Bộ**", "[^1]:"),
        Paragraph("thứ hai", SECOND),
        Paragraph("cuối", SECOND, label="[^2]:"),
    )


def test_a_note_that_does_not_exist_is_none() -> None:
    made = document(p("a", refers(9)))
    add_notes(made, {1: p("b")})
    assert [block.text for block in read_word(saved(made), "a.docx").blocks if isinstance(block, Paragraph)] == ["a"]
    assert len(read_word(word_file(p("a", refers(9))), "a.docx").blocks) == 1


def test_a_note_that_is_referred_to_twice_stands_once() -> None:
    made = document(p("a", refers(4), " b", refers(4)))
    add_notes(made, {4: p("c")})
    first, note = read_word(saved(made), "a.docx").blocks
    assert isinstance(first, Paragraph)
    assert isinstance(note, Paragraph)
    assert (first.markdown, note.labelled) == ("a[^1] b[^1]", "[^1]: c")


def test_a_note_that_refers_to_itself_is_read_once() -> None:
    made = document(p("a", refers(1)))
    add_notes(made, {1: p("b", refers(1))})
    assert len(read_word(saved(made), "a.docx").blocks) == 2


def test_what_is_not_taken_from_a_note_is_told_at_its_reference() -> None:
    made = document(p("Quy chế"), p("a", refers(1)))
    add_notes(made, {1: p("b", deleted("c")) + table([p(r("d", in_font(".VnTime")))])})
    material = read_word(saved(made), "a.docx")
    assert [block.text for block in material.blocks[2:] if isinstance(block, Paragraph)] == ["b", "d"]
    assert material.notices == (
        Notice(NoticeKind.TRACKED_DELETION, "c", SECOND),
        Notice(NoticeKind.LEGACY_FONT, ".VnTime", SECOND),
    )


def test_comments_are_told_where_they_are_made() -> None:
    made = document(p("Quy chế"))
    run = made.add_paragraph("Hiệu lực 5 năm").runs[0]
    made.add_comment([run], text="Xem lại thời hạn", author="A")
    material = read_word(saved(made), "a.docx")
    assert [block.text for block in material.blocks if isinstance(block, Paragraph)] == ["Quy chế", "Hiệu lực 5 năm"]
    assert material.notices == (Notice(NoticeKind.COMMENT, "Xem lại thời hạn", SECOND),)
