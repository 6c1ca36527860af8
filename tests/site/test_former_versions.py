"""PLAN: the former versions of articles and records, and what pages show of them."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from bantin.domain.model import Change, ChangeKind, Commit, Facts, PublicVersion, Shown
from bantin.index import Bulletin, index
from bantin.site.views import (
    ArticleView,
    ChangedLine,
    FormerVersionsView,
    FormerVersionView,
    RecordView,
)
from tests.bulletins import ARTICLE, COMPLETE, SITE, build_site, files_of, problems_of, texts_of, write
from tests.index.contents import NOW, ZONE, article, content, record, when
from tests.index.contents import SITE as SETTINGS
from tests.repositories import MAY_6, commit, git
from tests.site.plans import pages_of, view_at

BAI = "content/articles/2020/bai.md"
AT = "bai-viet/2020/bai/phien-ban/"
DAY = datetime(2020, 5, 7, 8, tzinfo=ZONE)
# The receipt names the commit that is checked out.
_OF_THE_SITE = ("provenance.json",)
ASKED = {"content/site.yml": f"{SITE}search: off\nformer_versions: yes\n"}


def version(number: int, facts: Facts | None = None, **changes: Any) -> PublicVersion:
    """A version of an article of the given day after 7 May 2020."""
    day = DAY + timedelta(days=number)
    shown = Shown.YES if facts else Shown.UNREADABLE
    made = PublicVersion(Commit(f"{number:040}", day), BAI, day, day + timedelta(days=1), shown, facts, text="same")
    return replace(made, **changes)


def having(*versions: PublicVersion, asked: bool = True, **changes: Any) -> Bulletin:
    """A bulletin of one article with ``versions``."""
    item = article(**changes)
    site = replace(SETTINGS, former_versions=asked, repository="https://git.example/{commit}/{path}")
    read = content(item, site=site)
    return index(replace(read, versions={item.path: versions} if versions else {}), NOW)


def shown(*versions: PublicVersion, **changes: Any) -> tuple[FormerVersionView, ...]:
    return view_at(having(*versions, **changes), AT, FormerVersionsView).versions


def marked(line: ChangedLine) -> str:
    signs = {"same": "{}", "deleted": "[-{}-]", "inserted": "[+{}+]"}
    return "".join(signs[one.kind].format(one.text) for one in line)


def facts_of(found: FormerVersionView) -> dict[str, list[str]]:
    return {fact.label: [marked(line) for line in fact.lines] for fact in found.facts}


def test_versions_are_shown_latest_first_with_what_was_changed() -> None:
    rewritten = ((("Chiều ngày 5.", "Hết."), ("Sáng ngày 5.",)),)
    last, first = shown(
        version(0, Facts(title="Hai bên")),
        version(1, Facts(title="Hai bên ký"), text="other", rewritten=rewritten, until=None),
    )
    assert facts_of(last) == {"Tiêu đề": ["Hai bên[+ ký+]"]}
    assert [[marked(line) for line in one] for one in last.passages] == [["[-Chiều-][+Sáng+] ngày 5.", "[-Hết.-]"]]
    assert (last.since.full, last.until) == ("Thứ Sáu, 08/05/2020 08:00", None)
    assert first.first
    assert not last.first
    assert (first.facts, first.passages) == ((), ())
    assert first.until is not None
    assert last.commit == "0000000000"
    assert last.url == f"https://git.example/{1:040}/{BAI}"


def test_the_page_leads_to_the_present_one_and_back() -> None:
    made = having(version(0, Facts(title="Hai")), version(1, Facts(title="Ba")))
    page = view_at(made, AT, FormerVersionsView)
    assert page.item.url == "bai-viet/2020/bai/"
    assert page.title == "Các phiên bản trước: Bài bai"
    origin = view_at(made, page.item.url, ArticleView).origin
    assert origin is not None
    assert origin.versions == AT
    assert not pages_of(made)[AT].listed


@pytest.mark.parametrize(
    ("versions", "changes"),
    [
        ((), {}),
        ((version(0, Facts(title="Hai")), version(1, Facts(title="Ba"))), {"asked": False}),
        ((version(0, Facts(title="Hai")), version(1, Facts(title="Ba"))), {"hide_versions_until": when("2020-05-08")}),
    ],
)
def test_without_former_versions_there_is_no_page(versions: Sequence[PublicVersion], changes: dict[str, Any]) -> None:
    made = having(*versions, **changes)
    assert AT not in pages_of(made)
    origin = view_at(made, "bai-viet/2020/bai/", ArticleView).origin
    assert origin is not None
    assert origin.versions == ""


@pytest.mark.parametrize("until", ["2020-05-08", "2020-05-08T08:00+07:00"])
def test_versions_can_be_hidden_up_to_a_moment(until: str) -> None:
    made = having(
        *(version(number, Facts(title=f"Bài {number}")) for number in range(4)), hide_versions_until=when(until)
    )
    page = view_at(made, AT, FormerVersionsView)
    assert [one.since.iso[:10] for one in page.versions] == ["2020-05-10", "2020-05-09"]
    assert page.hidden
    assert "Bài 1" not in repr(page)
    # What the first of them changed would tell what was before.
    assert page.versions[-1].facts == ()


def test_a_version_that_is_withheld_is_not_told_by_the_next_one_either() -> None:
    secret = version(1, Facts(title="0912 345 678"), shown=Shown.WITHHELD, rewritten=((("a",), ("0912 345 678",)),))
    after = version(2, Facts(title="Hai"), rewritten=((("0912 345 678",), ("a",)),), text="x")
    found = shown(version(0, Facts(title="Hai")), secret, after, version(3, Facts(title="Ba"), text="x"))
    assert [(one.shown, one.compared) for one in found] == [
        ("yes", True),
        ("yes", False),
        ("withheld", False),
        ("yes", False),
    ]
    assert "0912" not in repr(found)
    assert facts_of(found[0]) == {"Tiêu đề": ["[-Hai-][+Ba+]"]}
    assert [bool(one.url) for one in found] == [True, True, False, True]


def test_a_version_that_cannot_be_read_is_named_and_passed_over() -> None:
    found = shown(version(0, Facts(title="Hai")), version(1), version(2, Facts(title="Ba")))
    assert [one.shown for one in found] == ["yes", "unreadable", "yes"]
    assert facts_of(found[0]) == {"Tiêu đề": ["[-Hai-][+Ba+]"]}


def test_notes_are_told_with_the_version_that_they_are_about() -> None:
    def note(day: str, kind: ChangeKind = ChangeKind.CORRECTION) -> Change:
        return Change(kind, when(day), day)

    changes = (note("2020-05-09"), note("2020-05-10", ChangeKind.MINOR), note("2020-05-14"), note("2020-06-01"))
    days = (0, 1, 6, 20)
    found = shown(*(version(day, Facts(title=f"{day}")) for day in days), changes=changes)
    assert [one.notes for one in found] == [("2020-06-01",), ("2020-05-14",), ("2020-05-09",), ()]


def test_a_record_has_former_versions_too() -> None:
    item = record("qc")
    facts = [Facts(agreement=replace(item.agreement, title=title)) for title in ("Cũ", "Mới")]
    read = content(item, site=replace(SETTINGS, former_versions=True))
    versions = tuple(version(number, one) for number, one in enumerate(facts))
    made = index(replace(read, versions={item.path: versions}), NOW)
    found = view_at(made, "van-ban/2015/qc/phien-ban/", FormerVersionsView).versions
    assert facts_of(found[0]) == {"Tên văn bản (trích yếu)": ["[-Cũ-][+Mới+]"]}
    origin = view_at(made, "van-ban/2015/qc/", RecordView).origin
    assert origin is not None
    assert origin.versions == "van-ban/2015/qc/phien-ban/"


def test_readers_see_former_versions_of_a_real_history(tmp_path: Path) -> None:
    root = write(tmp_path, COMPLETE, ASKED)
    commit(root)
    after = ARTICLE.replace("Nội dung.", "Nội dung <b>mới</b> & hay.").replace(
        "signed_on: 2020-05-05", "signed_on: 2020-05-04"
    )
    commit(write(root, {BAI: after}), at=MAY_6 + timedelta(days=2))
    pages = texts_of(root, history=True)
    page = pages[f"{AT}index.html"]
    assert '<meta name="robots" content="noindex">' in page
    assert '<p class="changed">Nội <del>dung.</del><ins>dung mới &amp; hay.</ins></p>' in page
    assert '<p class="changed">ngày <del>5</del><ins>4</ins> tháng 5 năm 2020</p>' in page
    assert "không phải nội dung hiện hành" in page
    assert "<h1>Các phiên bản trước: <span>Hai cơ quan ký quy chế</span></h1>" in page
    assert f'<a href="../../../{AT}">Các phiên bản trước</a></p>' in pages["bai-viet/2020/bai/index.html"]
    assert "phien-ban" not in pages["sitemap.xml"]
    assert not any("phien-ban" in path for path in texts_of(root))


def test_only_the_title_in_the_heading_is_in_the_language_of_the_page(tmp_path: Path) -> None:
    english = ARTICLE.replace("lead:", "lang: en\nlead:")
    commit(write(tmp_path, COMPLETE, ASKED, {BAI: english}))
    commit(write(tmp_path, {BAI: english.replace("Nội dung.", "Text.")}), at=MAY_6 + timedelta(days=2))
    page = texts_of(tmp_path, history=True)[f"{AT}index.html"]
    assert '<h1>Các phiên bản trước: <span lang="en">' in page


def test_what_is_not_committed_is_not_taken_for_the_last_version(tmp_path: Path) -> None:
    root = write(tmp_path, COMPLETE, ASKED)
    commit(root)
    commit(write(root, {BAI: ARTICLE.replace("Nội dung.", "Khác.")}), at=MAY_6 + timedelta(days=2))
    assert "(hiện hành)" in texts_of(root, history=True)[f"{AT}index.html"]
    write(root, {BAI: ARTICLE.replace("Nội dung.", "Khác nữa.")})
    page = texts_of(root, history=True)[f"{AT}index.html"]
    assert "(hiện hành)" not in page
    assert "Nội dung hiện hành mới hơn mọi phiên bản dưới đây." in page


def test_a_file_says_up_to_when_its_versions_are_hidden(tmp_path: Path) -> None:
    facts = ARTICLE.partition("agreement:\n")[2].partition("---")[0].replace("\n  ", "\n").removeprefix("  ")
    kept = "content/agreements/quy-che.md"
    root = write(tmp_path, COMPLETE, ASKED)
    for day, word in enumerate(("Mật", "Hai", "Ba", "Bốn")):
        hidden = "" if word == "Mật" else "hide_versions_until: 2020-05-08\n"
        article_text = ARTICLE.replace("title: Hai", f"{hidden}title: {word}", 1)
        record_text = f"---\n{hidden}{facts.replace('Quy chế phối hợp', f'{word} phối hợp')}---\n"
        commit(write(root, {BAI: article_text, kept: record_text}), at=MAY_6 + timedelta(days=day))
    pages = texts_of(root, history=True)
    found = {path: text for path, text in pages.items() if "phien-ban" in path}
    assert found.keys() == {f"{AT}index.html", "van-ban/2020/quy-che/phien-ban/index.html"}
    for text in found.values():
        assert "<del>Ba</del><ins>Bốn</ins>" in text
        assert "Các phiên bản cũ hơn không được hiển thị." in text
        assert "Mật" not in text
        assert "Hai cơ quan ký" not in text


def test_former_versions_are_those_of_the_original_only(tmp_path: Path) -> None:
    settings = {"content/site.yml": f"{ASKED['content/site.yml']}languages: [vi, en]\n"}
    english = {"content/articles/2020/bai.en.md": "---\ntitle: Two\nlead: Lead.\n---\n\nText.\n"}
    root = write(tmp_path, COMPLETE, settings, english)
    commit(root)
    commit(write(root, {BAI: ARTICLE.replace("Nội dung.", "Khác.")}), at=MAY_6 + timedelta(days=2))
    untranslated = ARTICLE.replace("published: 2020-05-06", "published: 2019-05-06").partition("agreement:")[0]
    other = "content/articles/2020/khac.md"
    commit(write(root, {other: f"{untranslated}---\n\nTin.\n"}))
    commit(write(root, {other: f"{untranslated}---\n\nTin khác.\n"}), at=MAY_6 + timedelta(days=3))
    pages = texts_of(root, history=True)
    at_other = AT.replace("/bai/", "/khac/")
    assert {path for path in pages if "phien-ban" in path or "versions" in path} == {
        f"{AT}index.html",
        f"{at_other}index.html",
    }
    leading = [path for path, text in pages.items() if re.search(r'<a href="[^"]*(?:phien-ban|versions)/"', text)]
    assert sorted(leading) == [f"{one.removesuffix('phien-ban/')}index.html" for one in (AT, at_other)]


def test_a_history_that_is_not_whole_is_reported(tmp_path: Path) -> None:
    root = write(tmp_path / "root", COMPLETE, ASKED)
    code = "no-former-versions"
    assert code in [one.code for one in problems_of(root, history=True)]
    assert code not in [one.code for one in problems_of(root)]
    commit(root)
    assert code not in [one.code for one in problems_of(root, history=True)]
    commit(write(root, {BAI: ARTICLE.replace("Nội dung.", "Khác.")}))
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{root}", str(tmp_path / "shallow"))
    (problem,) = [one for one in problems_of(tmp_path / "shallow", history=True) if one.code == code]
    assert problem.location.path == "content/site.yml"


def test_a_commit_changes_only_the_pages_that_show_its_files(tmp_path: Path) -> None:
    other = "content/articles/2020/khac.md"
    text = (
        ARTICLE.replace("published: 2020-05-06", "published: 2019-05-06").partition("agreement:")[0] + "---\n\nTin.\n"
    )
    root = write(tmp_path, COMPLETE, ASKED, {other: text})
    commit(root)
    commit(write(root, {BAI: ARTICLE.replace("Nội dung.", "Khác.")}), at=MAY_6 + timedelta(days=1))

    def built(name: str) -> dict[str, bytes]:
        build_site(root, tmp_path.parent / f"{tmp_path.name}-{name}", history=True)
        return files_of(tmp_path.parent / f"{tmp_path.name}-{name}")

    before = built("before")
    commit(write(root, {other: text.replace("title:", "# Ghi chú.\ntitle:")}), at=MAY_6 + timedelta(days=2))
    after = built("after")
    assert before.keys() == after.keys()
    changed = {path for path in before if before[path] != after[path]}
    assert changed == {"bai-viet/2020/khac/index.html", *_OF_THE_SITE}
    commit(write(root, {"notes.txt": "x"}), at=MAY_6 + timedelta(days=3))
    last = built("last")
    assert {path for path in after if after[path] != last[path]} == {*_OF_THE_SITE}
