"""The versions of articles and records that readers could see, as they are read from a real repository."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bantin.content import public_versions
from bantin.content.discover import discover
from bantin.content.git_history import find_head
from bantin.content.load import load, load_settings
from bantin.domain.model import Content, PublicVersion, Shown
from bantin.domain.rules.changed_facts import changed_facts
from bantin.runtime.cache import Store, open_store
from bantin.runtime.workers import InProcess
from tests.bulletins import ARTICLE, COMPLETE, SITE, TODAY, write
from tests.repositories import MAY_6, commit, git

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
BAI, RECORD = "content/articles/2020/bai.md", "content/agreements/quy-che.md"
ASKED = {"content/site.yml": f"{SITE}former_versions: yes\n"}
RECORD_FILE = """\
---
type: quy-che
title: Quy chế phối hợp
parties: [co-quan-a, co-quan-b]
fields: an-ninh
---

Điều 1. Phạm vi
1. Quy chế này quy định việc phối hợp.
Điều 2. Hiệu lực
Quy chế có hiệu lực từ ngày ký.
"""


def versions(root: Path, store: Store | None = None) -> Mapping[str, tuple[PublicVersion, ...]]:
    """The public versions of the bulletin in ``root``."""
    if store is None:
        with open_store(None, b"") as new:
            return read(root, new).versions
    return read(root, store).versions


def read(root: Path, store: Store) -> Content:
    sources = discover(root).value
    assert sources is not None
    settings = load_settings(root, sources).value
    assert settings is not None
    content = load(root, sources, settings, TODAY, workers=InProcess(), store=store, head=find_head(root)).value
    assert content is not None
    return content


def committed(root: Path, *texts: str | bytes, path: str = BAI, each: timedelta = timedelta(days=1)) -> list[str]:
    """Commits a file with each of ``texts`` in turn; returns the ids of the commits."""
    return [commit(write(root, {path: text}), at=MAY_6 + each * number) for number, text in enumerate(texts)]


def changes_of(found: tuple[PublicVersion, ...]) -> list[tuple[str, ...]]:
    facts = [one.facts for one in found]
    return [changed_facts(before, after) for before, after in pairwise(facts) if before and after]


def test_a_change_of_text_and_facts_is_a_version(tmp_path: Path) -> None:
    root = write(tmp_path, COMPLETE, ASKED)
    after = ARTICLE.replace("Nội dung.", "Nội dung mới.\n\nThêm một đoạn.").replace("2020-05-05", "2020-05-04")
    first, second = committed(root, ARTICLE, after)
    one, other = versions(root)[BAI]
    assert (one.commit.id, other.commit.id) == (first, second)
    assert other.commit.on.isoformat() == "2020-05-08T03:00:00+07:00"
    assert changes_of((one, other)) == [("agreement.signed_on",)]
    assert other.rewritten == ((("Nội dung.",), ("Nội dung mới.", "Thêm một đoạn.")),)
    assert one.rewritten == ()
    assert one.shown is other.shown is Shown.YES


def test_passages_are_compared_only_for_pages_that_show_them(tmp_path: Path) -> None:
    root = write(tmp_path, COMPLETE)
    committed(root, ARTICLE, ARTICLE.replace("Nội dung.", "Nội dung mới."))
    assert [one.rewritten for one in versions(root)[BAI]] == [(), ()]
    write(root, ASKED)
    assert versions(root)[BAI][1].rewritten == ((("Nội dung.",), ("Nội dung mới.",)),)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: Hai", "# ghi chú\ntitle: Hai"),
        ("---\n\nNội dung.", "---\n\n\n\nNội   dung."),
        ("---\n\nNội dung.", "aliases: [/tin/17.html]\npublic_numbers: [0912 345 678]\n---\n\nNội dung."),
        ("lead: Sa-pô.\nauthors: [Người viết]", "authors: Người viết\nlead: 'Sa-pô.'"),
        ("parties: [co-quan-a, co-quan-b]", "parties: [Cơ quan A, {agency: Cơ quan B}]"),
        ("Nội dung.", "**Nội** <em>dung</em>."),
        ("lead: Sa-pô.", "lead: Sa-pô.\nupdated: 2020-05-09T08:00+07:00\nsection:\ntags: [an ninh]\ncomments: no"),
    ],
)
def test_what_readers_do_not_see_makes_no_version(before: str, after: str, tmp_path: Path) -> None:
    assert before in ARTICLE
    committed(write(tmp_path, COMPLETE), ARTICLE, ARTICLE.replace(before, after))
    assert versions(tmp_path) == {}


def test_what_was_not_public_is_no_version(tmp_path: Path) -> None:
    draft = ARTICLE.replace("title: Hai", "draft: true\ntitle: Ba")
    scheduled = ARTICLE.replace("published: 2020-05-06", "published: 2020-05-20").replace("title: Hai", "title: Bốn")
    _, _, third, fourth = committed(write(tmp_path, COMPLETE), draft, scheduled, ARTICLE, ARTICLE.replace("Hai", "Năm"))
    assert [one.commit.id for one in versions(tmp_path)[BAI]] == [third, fourth]


def test_what_was_taken_back_for_a_time_was_not_public_then(tmp_path: Path) -> None:
    draft = ARTICLE.replace("title: Hai", "draft: true\ntitle: Hai")
    commits = committed(write(tmp_path, COMPLETE), ARTICLE, f"{ARTICLE}\n", draft, ARTICLE)
    before, after = versions(tmp_path)[BAI]
    assert [before.commit.id, after.commit.id] == [commits[0], commits[3]]
    assert before.until == MAY_6 + timedelta(days=2)
    assert after.until is None
    assert changes_of((before, after)) == [()]


def test_what_was_taken_down_before_a_page_came_back_is_no_version(tmp_path: Path) -> None:
    gone = ARTICLE.replace("title: Hai", "gone: {on: 2020-05-08, reason: Nhầm.}\ntitle: Hai")
    commits = committed(write(tmp_path, COMPLETE), ARTICLE.replace("Hai", "Mật"), gone, ARTICLE)
    assert versions(tmp_path) == {}
    commits += committed(tmp_path, ARTICLE.replace("Hai", "Ba"))
    assert [one.commit.id for one in versions(tmp_path)[BAI]] == commits[2:]
    commit(write(tmp_path, {BAI: gone}))
    assert versions(tmp_path) == {}


def test_what_was_scheduled_is_public_from_its_moment_on(tmp_path: Path) -> None:
    at = "2020-05-07T20:00+07:00"
    scheduled = ARTICLE.replace("published: 2020-05-06", f"published: {at}")
    assert datetime.fromisoformat(at) < MAY_6 + timedelta(hours=24)
    commits = committed(write(tmp_path, COMPLETE), scheduled, scheduled.replace("Hai", "Ba"), each=timedelta(hours=16))
    assert len(commits) == 2
    assert BAI not in versions(tmp_path)
    commits = committed(tmp_path, scheduled.replace("Hai", "Bốn"), scheduled.replace("Hai", "Năm"))
    assert [one.commit.id for one in versions(tmp_path)[BAI]][-1] == commits[-1]


def test_a_version_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    commits = committed(
        write(tmp_path, COMPLETE), ARTICLE, b"\xff", "---\ntitle: [\n---\n", ARTICLE.replace("Hai", "Ba")
    )
    found = versions(tmp_path)[BAI]
    assert [one.commit.id for one in found] == commits
    assert [one.shown for one in found] == [Shown.YES, Shown.UNREADABLE, Shown.UNREADABLE, Shown.YES]
    assert [bool(one.facts) for one in found] == [True, False, False, True]


def test_nothing_unreadable_counts_before_the_first_public_version(tmp_path: Path) -> None:
    committed(write(tmp_path, COMPLETE), "---\ntitle: [\n---\n", ARTICLE)
    assert versions(tmp_path) == {}


@pytest.mark.parametrize("words", ["Điện thoại của ông A: 0912 345 678.", "MẬT\n\nNội dung."])
def test_a_version_with_a_personal_number_or_a_stamp_is_withheld(words: str, tmp_path: Path) -> None:
    committed(write(tmp_path, COMPLETE), ARTICLE.replace("Nội dung.", words), ARTICLE)
    assert [one.shown for one in versions(tmp_path)[BAI]] == [Shown.WITHHELD, Shown.YES]


def test_a_moved_file_has_the_versions_from_before(tmp_path: Path) -> None:
    root = write(tmp_path, COMPLETE)
    first, second = committed(root, ARTICLE, ARTICLE.replace("Hai", "Ba"))
    (root / "content/articles/2021").mkdir()
    (root / BAI).rename(root / "content/articles/2021/bai.md")
    commit(root)
    found = versions(root)
    assert found.keys() == {"content/articles/2021/bai.md"}
    assert [one.commit.id for one in found["content/articles/2021/bai.md"]] == [first, second]


def test_a_record_is_compared_by_its_facts_and_provisions(tmp_path: Path) -> None:
    after = RECORD_FILE.replace("1. Quy chế này quy định", "1.  Quy chế này nêu").replace(
        "title: Quy", "title: Bản quy"
    )
    committed(write(tmp_path, COMPLETE, ASKED), RECORD_FILE, after, path=RECORD)
    found = versions(tmp_path)[RECORD]
    assert changes_of(found) == [("title",)]
    assert found[1].rewritten == (
        (("1. Quy chế này quy định việc phối hợp.",), ("1. Quy chế này nêu việc phối hợp.",)),
    )


def test_a_merge_is_what_made_a_change_public(tmp_path: Path) -> None:
    root = write(tmp_path, COMPLETE)
    commit(root)
    git(root, "checkout", "-q", "-b", "branch")
    committed(root, *(ARTICLE.replace("Nội dung", words) for words in ("Nháp", "Bản hai")))
    git(root, "checkout", "-q", "main")
    git(root, "merge", "-q", "--no-ff", "-m", "x", "branch", at=MAY_6 + timedelta(days=9))
    assert [one.commit.id for one in versions(root)[BAI]] == [
        git(root, "rev-parse", "HEAD^1"),
        git(root, "rev-parse", "HEAD"),
    ]


def test_a_shallow_clone_tells_no_versions(tmp_path: Path) -> None:
    committed(write(tmp_path / "root", COMPLETE), ARTICLE, ARTICLE.replace("Hai", "Ba"))
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{tmp_path / 'root'}", str(tmp_path / "shallow"))
    assert versions(tmp_path / "shallow") == {}


def test_what_was_read_is_cached_by_the_last_commit_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(tmp_path, COMPLETE)
    timed = ARTICLE.replace("published: 2020-05-06", "published: 2020-05-06T08:00+07:00")
    committed(root, timed, timed.replace("Hai", "Ba"))
    with open_store(None, b"") as store:
        cold = versions(root, store)
        commit(write(root, {"content/articles/2020/khac.md": ARTICLE}))
        with monkeypatch.context() as patch:
            patch.setattr(public_versions, "read_blobs", lambda *_given: pytest.fail("blobs are read again"))
            warm = versions(root, store)
        assert warm == cold
        facts = warm[BAI][0].facts
        assert facts is not None
        assert facts.published is not None
        assert facts.published.instant is not None
        assert facts.published.instant.tzinfo is warm[BAI][0].commit.on.tzinfo is ZONE
        committed(root, timed.replace("Hai", "Bốn"))
        assert versions(root, store) == versions(root) != warm


def test_a_version_that_the_repository_lacks_cannot_be_read(tmp_path: Path) -> None:
    root = write(tmp_path, COMPLETE)
    committed(root, *(ARTICLE.replace("Hai", word) for word in ("Hai", "Ba", "Bốn")))
    blob = git(root, "rev-parse", f"HEAD~1:{BAI}")
    (root / ".git/objects" / blob[:2] / blob[2:]).unlink()
    assert [one.shown for one in versions(root)[BAI]] == [Shown.YES, Shown.UNREADABLE, Shown.YES]
