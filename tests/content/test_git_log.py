"""The log of Git as it is parsed: moved, deleted and restored files."""

from bantin.content.git_log import Log, parse_log

BAI, KHAC = "content/articles/2020/bai.md", "content/articles/2021/bai.md"
NONE = "0" * 40


def log(*commits: tuple[str, list[str]]) -> Log:
    """The log of ``commits``, latest first: each with its id and time, and its entries as `STATUS BLOB PATH…`."""
    tokens = []
    for head, entries in commits:
        tokens.append(head)
        for entry in entries:
            status, blob, *paths = entry.split(" ")
            tokens += [f":100644 {'000000' if status == 'D' else '100644'} {NONE} {blob} {status}", *paths]
    return parse_log("\0".join(tokens).encode())


def test_versions_are_the_earliest_first() -> None:
    found = log(("c2 20", [f"M b2 {BAI}"]), ("c1 10", [f"A b1 {BAI}"]))
    assert found.versions == {BAI: ((("c1", 10), "b1", BAI), (("c2", 20), "b2", BAI))}
    assert found.commits == {BAI: ("c2", 20)}


def test_a_file_with_one_version_has_no_former_ones() -> None:
    assert log(("c1 10", [f"A b1 {BAI}"])).versions == {}


def test_a_file_that_was_moved_keeps_its_versions() -> None:
    found = log(("c3 30", [f"M b3 {KHAC}"]), ("c2 20", [f"R100 b1 {BAI} {KHAC}"]), ("c1 10", [f"A b1 {BAI}"]))
    assert [(blob, path) for _, blob, path in found.versions[KHAC]] == [("b1", BAI), ("b1", KHAC), ("b3", KHAC)]
    assert found.commits == {KHAC: ("c3", 30)}


def test_a_new_file_at_the_place_of_a_moved_one_is_another() -> None:
    found = log(
        ("c4 40", [f"M b5 {BAI}"]),
        ("c3 30", [f"A b4 {BAI}"]),
        ("c2 20", [f"R100 b1 {BAI} {KHAC}"]),
        ("c1 10", [f"A b1 {BAI}"]),
    )
    assert [blob for _, blob, _ in found.versions[BAI]] == ["b4", "b5"]
    assert [blob for _, blob, _ in found.versions[KHAC]] == ["b1", "b1"]


def test_what_was_deleted_does_not_come_back_with_a_new_file() -> None:
    found = log(
        ("c4 40", [f"M b4 {BAI}"]),
        ("c3 30", [f"A b3 {BAI}"]),
        ("c2 20", [f"D {NONE} {BAI}"]),
        ("c1 10", [f"A b1 {BAI}"]),
    )
    assert [blob for _, blob, _ in found.versions[BAI]] == ["b3", "b4"]
    assert log(("c2 20", [f"D {NONE} {BAI}"]), ("c1 10", [f"A b1 {BAI}"])) == ({}, {})


def test_only_articles_and_records_have_versions() -> None:
    paths = [
        "content/agreements/a.md",
        "content/pages/a.md",
        "content/site.yml",
        "content/articles/2020/bai.en.md",
        BAI,
    ]
    found = log(("c2 20", [f"M b2 {path}" for path in paths]), ("c1 10", [f"A b1 {path}" for path in paths]))
    assert found.versions.keys() == {"content/agreements/a.md", BAI}
    assert found.commits.keys() == set(paths)


def test_a_version_without_a_time_leaves_none() -> None:
    assert log(("c2 20", [f"M b2 {BAI}"]), ("c1 -", [f"A b1 {BAI}"])).versions == {}
