"""Where drafts go, and what an import may write."""

import pytest
from msgspec.structs import replace

from bantin.importing.drafts.draft import Attached, Draft, DraftKind
from bantin.importing.drafts.imported import Imported, read_imported, write_imported
from bantin.importing.drafts.placing import Bulletin, State, digest_of, files_of, place, remembered

PATH = "content/articles/2012/le-ky.md"
EMPTY = Bulletin(frozenset(), {}, {})


def draft(
    key: str = "tin1.html",
    text: str = "---\ntitle: Lễ ký\n---\n",
    slug: str = "Lễ ký",
    attached: tuple[Attached, ...] = (),
) -> Draft:
    return Draft(DraftKind.ARTICLE, key, "content/articles/2012", slug, text, attached=attached)


def after(one: Draft, on_disk: str | None) -> Bulletin:
    """A bulletin in which ``one`` was imported before, and whose file is now as it is ``on_disk``."""
    (placed,) = place([one], EMPTY)
    digests = {} if on_disk is None else {placed.path: digest_of(on_disk.encode())}
    return Bulletin(frozenset(digests), digests, remembered([placed], EMPTY))


def test_a_new_draft_has_the_path_of_its_title() -> None:
    (placed,) = place([draft()], EMPTY)
    assert (placed.path, placed.state) == (PATH, State.NEW)
    assert list(files_of([placed])) == [(PATH, b"---\ntitle: L\xe1\xbb\x85 k\xc3\xbd\n---\n")]


def test_two_sources_with_one_title_do_not_take_each_others_place() -> None:
    paths = [one.path for one in place([draft("a"), draft("b")], EMPTY)]
    assert paths == [PATH, "content/articles/2012/le-ky-2.md"]


def test_articles_of_two_years_and_records_share_no_name_as_they_share_the_ids_of_records() -> None:
    others = [replace(draft("b"), folder="content/articles/2013"), replace(draft("c"), folder="content/articles/2014")]
    there = Bulletin(frozenset({"content/agreements/le-ky-2.md", "content/agencies/le-ky-3.yml"}), {}, {})
    paths = [one.path for one in place([draft("a"), *others], there)]
    assert paths == [PATH, "content/articles/2013/le-ky-3.md", "content/articles/2014/le-ky-4.md"]


@pytest.mark.parametrize("there", [PATH, "content/articles/2012/le-ky/index.md"])
def test_what_an_editor_wrote_keeps_its_place(there: str) -> None:
    (placed,) = place([draft()], Bulletin(frozenset({there}), {}, {}))
    assert placed.path == "content/articles/2012/le-ky-2.md"


@pytest.mark.parametrize(
    ("on_disk", "again", "state"),
    [
        ("cũ", "cũ", State.UNCHANGED),
        ("cũ", "mới", State.RENEWED),
        ("đã sửa", "cũ", State.EDITED),
        ("đã sửa", "mới", State.EDITED),
        (None, "cũ", State.REMOVED),
        (None, "mới", State.REMOVED),
    ],
)
def test_only_what_nobody_has_changed_is_written_again(on_disk: str | None, again: str, state: State) -> None:
    (placed,) = place([draft(text=again)], after(draft(text="cũ"), on_disk))
    assert (placed.path, placed.state) == (PATH, state)
    assert placed.state.is_written == (state is State.RENEWED)
    assert bool(list(files_of([placed]))) == placed.state.is_written


def test_a_source_whose_title_has_changed_keeps_its_path() -> None:
    (placed,) = place([draft(slug="Tên khác", text="mới")], after(draft(text="cũ"), "cũ"))
    assert placed.path == PATH


def test_pictures_lie_beside_their_article_and_are_only_added() -> None:
    picture, other = Attached("anh.jpg", b"1"), Attached("content/documents/qc.pdf", b"2")
    there = Bulletin(frozenset({"content/documents/qc.pdf"}), {}, {})
    (placed,) = place([draft(attached=(picture, other))], there)
    assert placed.path == "content/articles/2012/le-ky/index.md"
    assert [one.path for one in placed.attached] == ["content/articles/2012/le-ky/anh.jpg"]


def test_an_import_that_ended_before_it_was_remembered_is_found_again() -> None:
    one = draft()
    (placed,) = place([one], Bulletin(frozenset({PATH}), {PATH: digest_of(one.text.encode())}, {}))
    assert (placed.path, placed.state) == (PATH, State.UNCHANGED)
    assert remembered([placed], EMPTY) == {PATH: Imported(PATH, digest_of(one.text.encode()), one.key)}


def test_what_was_imported_is_read_as_it_was_written() -> None:
    files = [Imported("b.md", "2", "nguồn\tb"), Imported("a.md", "1", "a")]
    text = write_imported(files)
    assert text == write_imported(reversed(files))
    assert read_imported(f"<<<<<<< HEAD\n{text}=======\n") == {
        "a.md": Imported("a.md", "1", "a"),
        "b.md": Imported("b.md", "2", "nguồn b"),
    }


def test_a_key_with_odd_blanks_is_known_again() -> None:
    one = draft("tin\t1.html", "cũ")
    told = read_imported(write_imported(after(one, "cũ").imported.values()))
    (placed,) = place(
        [draft("tin\t1.html", "mới")], Bulletin(frozenset({PATH}), {PATH: digest_of("cũ".encode())}, told)
    )
    assert (placed.path, placed.state) == (PATH, State.RENEWED)
