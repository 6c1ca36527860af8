"""DISCOVER, PARSE and VALIDATE together: all problems of all files in one run, without consequential errors."""

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from bantin.content.discover import Sources, discover
from bantin.content.files import LARGEST_TEXT
from bantin.content.load import Settings, load, load_settings
from bantin.domain.model import Content
from bantin.domain.problems import Checked, Language, in_order
from bantin.runtime.cache import open_store
from bantin.runtime.workers import InProcess, Workers, local
from tests.bulletins import ARTICLE, COMPLETE, MINIMAL, SITE, TODAY, VOCABULARY, write

BAI = "content/articles/2020/bai.md"
HAI = "content/articles/2020/hai.md"
SECOND = ARTICLE.replace("agreement:\n", "agreement:\n  relations: [{kind: amends, to: bai}]\n")


def sources_of(root: Path) -> Sources:
    sources = discover(root).value
    assert sources is not None
    return sources


def settings_of(root: Path) -> Settings:
    settings = load_settings(root, sources_of(root)).value
    assert settings is not None
    return settings


def loaded(root: Path, jobs: int = 1) -> Checked[Content]:
    return read_with(local(jobs), root, sources_of(root), settings_of(root))


def read_with(
    workers: Workers, root: Path, sources: Sources, settings: Settings, today: date = TODAY
) -> Checked[Content]:
    with open_store(None, b"") as store:
        return load(root, sources, settings, today, workers=workers, store=store)


def told(checked: Checked[Content]) -> list[str]:
    """The problems as ``path:line code``, warnings for what is absent apart."""
    return [
        f"{problem.location.path.removeprefix('content/')}:{problem.location.line} {problem.code}"
        for problem in in_order(checked.problems)
        if problem.code != "absent"
    ]


def told_of(root: Path, *layers: Mapping[str, str | bytes]) -> list[str]:
    return told(loaded(write(root, *layers)))


def test_a_complete_bulletin_is_read_whole(tmp_path: Path) -> None:
    pages = {"content/pages/gioi-thieu.md": "---\ntitle: Giới thiệu\n---\nx\n", "content/media/a.jpg": "x"}
    checked = loaded(write(tmp_path, COMPLETE, pages))
    content = checked.value
    assert checked.problems == ()
    assert content is not None
    assert content.site.title == "Bản tin"
    assert [term.id for term in content.vocabulary.types] == ["quy-che"]
    assert [agency.id for agency in content.agencies] == ["co-quan-a", "co-quan-b"]
    assert [article.path for article in content.articles] == [BAI]
    assert [page.slug for page in content.pages] == ["gioi-thieu"]
    assert content.files == {*COMPLETE, *pages}
    assert (content.broken, content.orphans) == (frozenset(), ())


def test_the_smallest_bulletin_is_read_too(tmp_path: Path) -> None:
    content = loaded(write(tmp_path, MINIMAL)).value
    assert content is not None
    assert (content.articles, content.pages) == ((), ())


def test_several_processes_read_what_one_does(tmp_path: Path) -> None:
    write(tmp_path, COMPLETE, {f"content/articles/2020/bai-{number}.md": ARTICLE for number in range(150)})
    write(tmp_path, {"content/articles/2020/bai-7.md": "---\ntitel: x\n---\n[a](b.md)\n"})
    assert loaded(tmp_path, jobs=2) == loaded(tmp_path)


@pytest.mark.parametrize("size", [1_048_577, 3 << 19])
@pytest.mark.parametrize("path", [BAI, "content/pages/trang.md", "content/agencies/co-quan-a.yml"])
def test_a_text_over_the_limit_is_refused(tmp_path: Path, path: str, size: int) -> None:
    checked = loaded(write(tmp_path, COMPLETE, {path: b"x" * size}))
    (problem,) = checked.problems
    assert problem.code == "file-too-large"
    assert problem.location.path == path
    assert dict(problem.values) == {"limit": "1048576", "size": str(size)}
    assert checked.value is not None
    assert checked.value.broken == {path}
    assert checked.value.orphans == ()


@pytest.mark.parametrize("path", ["content/site.yml", "content/vocabulary.yml"])
def test_settings_over_the_limit_are_refused(tmp_path: Path, path: str) -> None:
    write(tmp_path, COMPLETE, {path: b"x" * (LARGEST_TEXT + 1)})
    assert [(one.location.path, one.code) for one in load_settings(tmp_path, sources_of(tmp_path)).problems] == [
        (path, "file-too-large")
    ]


def test_a_file_of_one_endless_line_is_refused_unread(tmp_path: Path) -> None:
    write(tmp_path, COMPLETE)
    os.truncate(tmp_path / BAI, 100 << 20)
    (problem,) = loaded(tmp_path).problems
    assert problem.code == "file-too-large"
    assert dict(problem.values)["size"] == str(100 << 20)


def test_a_text_of_just_the_limit_is_read(tmp_path: Path) -> None:
    text = ARTICLE.replace("{no: Nội bộ}", "{no: Dài}").encode()
    rest = LARGEST_TEXT - len(text)
    write(tmp_path, COMPLETE, {BAI: text + (b"x" * 998 + b"\n\n") * (rest // 1000) + b"x" * (rest % 1000)})
    assert (tmp_path / BAI).stat().st_size == LARGEST_TEXT
    assert loaded(tmp_path).problems == ()


def test_an_attachment_may_be_larger(tmp_path: Path) -> None:
    assert told_of(tmp_path, COMPLETE, {"content/documents/a.txt": b"x" * (LARGEST_TEXT + 1)}) == []


def test_a_file_that_is_gone_when_it_is_read_is_reported(tmp_path: Path) -> None:
    sources = discover(write(tmp_path, COMPLETE)).value
    assert sources is not None
    (tmp_path / BAI).unlink()
    checked = read_with(InProcess(), tmp_path, sources, settings_of(tmp_path))
    assert told(checked) == ["articles/2020/bai.md:0 file-unreadable"]


def test_all_problems_of_all_files_are_reported_in_one_run(tmp_path: Path) -> None:
    assert told_of(
        tmp_path,
        COMPLETE,
        {
            "content/agencies/co-quan-a.yml": "name: A\nparent: co-quan-c\n",
            "content/agencies/co-quan-b.yml": "nam: B\n",
            "content/agencies/co-quan-d.yml": "name: D\nparent: co-quan-d\n",
            BAI: ARTICLE.replace("an-ninh", "an-nin").replace("quy-che", "quy-ce").replace("2020-05-05", "2020-05-07"),
            HAI: SECOND.replace("  title:", "  id: bai\n  documents: [{file: a.pdf, kind: annex}]\n  title:"),
            "content/articles/2020/ba.md": "x",
            "content/articles/2020/bon.md": b"\xff",
            "content/pages/trang.md": "---\ntitel: x\n---\n[x](data:y)\n",
        },
    ) == [
        "agencies/co-quan-a.yml:2 unknown-agency",
        "agencies/co-quan-b.yml:1 unknown-key",
        "agencies/co-quan-d.yml:2 agency-cycle",
        "articles/2020/ba.md:1 front-matter-missing",
        "articles/2020/bai.md:3 dates-out-of-order",
        "articles/2020/bai.md:7 unknown-type",
        "articles/2020/bai.md:12 unknown-field",
        "articles/2020/bon.md:1 not-utf8",
        "articles/2020/hai.md:7 related-to-itself",
        "articles/2020/hai.md:9 duplicate-record",
        "articles/2020/hai.md:10 no-such-file",
        "pages/trang.md:2 unknown-key",
        "pages/trang.md:4 dangerous-url",
    ]


@pytest.mark.parametrize("broken", ["nam: A\n", "", "name: a: b\n", b"name: \xff"])
def test_an_agency_that_could_not_be_read_is_still_known(tmp_path: Path, broken: str | bytes) -> None:
    told = told_of(tmp_path, COMPLETE, {"content/agencies/co-quan-a.yml": broken})
    assert told
    assert {line.partition(":")[0] for line in told} == {"agencies/co-quan-a.yml"}


def test_relations_are_judged_when_everything_is_read(tmp_path: Path) -> None:
    other = ARTICLE.replace("co-quan-b]", "co-quan-c]").replace(
        "text_public: {no: Nội bộ}", "relations: [{kind: amends, to: bai}]"
    )
    files = {BAI: ARTICLE, HAI: other, "content/agencies/co-quan-c.yml": "name: C\n"}
    assert "articles/2020/hai.md:14 other-parties" in told_of(tmp_path, COMPLETE, files)
    # The predecessors of an unreadable agency are unknown.
    broken = {"content/agencies/co-quan-c.yml": "nam: C\n"}
    assert not any("other-parties" in line for line in told_of(tmp_path, COMPLETE, files, broken))


@pytest.mark.parametrize("broken", ["x", "---\ntitel: x\n---\n", "---\ntitle: a: b\n---\n", b"\xff"])
def test_an_article_that_could_not_be_read_is_still_known(tmp_path: Path, broken: str | bytes) -> None:
    told = told_of(tmp_path, COMPLETE, {BAI: broken, HAI: SECOND})
    assert told
    assert {line.partition(":")[0] for line in told} == {"articles/2020/bai.md"}


@pytest.mark.parametrize(
    ("path", "broken"),
    [
        ("content/vocabulary.yml", "types: {}\n"),
        ("content/vocabulary.yml", ""),
        ("content/site.yml", SITE.replace("title:", "titel:")),
        ("content/site.yml", b"\xff"),
    ],
)
def test_settings_that_could_not_be_read_do_not_make_articles_look_broken(
    tmp_path: Path, path: str, broken: str | bytes
) -> None:
    sections = {"content/site.yml": SITE + "sections: {tin: Tin}\n"}
    write(tmp_path, COMPLETE, sections, {BAI: ARTICLE.replace("lead:", "section: tin\nlead:")}, {path: broken})
    assert {problem.location.path for problem in load_settings(tmp_path, sources_of(tmp_path)).problems} == {path}
    checked = loaded(tmp_path)
    assert checked.value is None
    assert checked.problems == ()


def test_articles_are_checked_though_there_are_no_settings(tmp_path: Path) -> None:
    write(
        tmp_path,
        {path: text for path, text in COMPLETE.items() if "agencies" in path},
        {BAI: "---\ntitel: x\n---\ny\n"},
    )
    assert [(one.location.path, one.code) for one in load_settings(tmp_path, sources_of(tmp_path)).problems] == [
        ("content/site.yml", "missing-settings"),
        ("content/vocabulary.yml", "missing-settings"),
    ]
    checked = loaded(tmp_path)
    assert checked.value is None
    assert told(checked) == ["articles/2020/bai.md:2 unknown-key"]


def test_a_folder_in_place_of_the_settings_is_reported(tmp_path: Path) -> None:
    (tmp_path / "content/site.yml").mkdir(parents=True)
    write(tmp_path, {"content/vocabulary.yml": VOCABULARY})
    checked = load_settings(tmp_path, sources_of(tmp_path))
    assert [(one.location.path, one.code) for one in checked.problems] == [("content/site.yml", "file-unreadable")]
    assert checked.value is not None
    assert checked.value.site is None
    assert checked.value.vocabulary is not None


@pytest.mark.parametrize(("text", "language"), [("language: vi\n@\n", "vi"), ("language: en\n", "en"), ("\n", "en")])
def test_the_language_is_known_though_the_settings_are_broken(tmp_path: Path, text: str, language: Language) -> None:
    settings = settings_of(write(tmp_path, {"content/site.yml": text}))
    assert (settings.language, settings.site) == (language, None)


def test_the_texts_of_broken_articles_are_kept_for_their_links(tmp_path: Path) -> None:
    checked = loaded(
        write(
            tmp_path,
            COMPLETE,
            {BAI: "---\ntitel: x\n---\n[a](hai.md)\n", "content/pages/trang.md": "---\n---\n# b\n", HAI: "x"},
        )
    )
    assert checked.value is not None
    assert checked.value.broken == {BAI, HAI, "content/pages/trang.md"}
    assert [path for path, _ in checked.value.orphans] == [BAI, "content/pages/trang.md"]
    (links, headings) = (checked.value.orphans[0][1].links, checked.value.orphans[1][1].headings)
    assert [link.target for link in links] == ["hai.md"]
    assert [heading.anchor for heading in headings] == ["b"]


def test_a_signing_after_today_is_warned_of(tmp_path: Path) -> None:
    sources = discover(write(tmp_path, COMPLETE)).value
    assert sources is not None
    settings = settings_of(tmp_path)
    for today, codes in ((TODAY.replace(2020, 5, 5), []), (TODAY.replace(2020, 5, 4), ["date-in-the-future"])):
        checked = read_with(InProcess(), tmp_path, sources, settings, today)
        assert [problem.code for problem in checked.problems] == codes


def test_the_language_of_the_settings_is_the_one_of_the_texts(tmp_path: Path) -> None:
    write(tmp_path, COMPLETE, {BAI: ARTICLE + "\n## ???\n"})
    sources = discover(tmp_path).value
    assert sources is not None
    anchors: dict[Language, str] = {"vi": "muc", "en": "section"}
    for language, anchor in anchors.items():
        settings = replace(settings_of(tmp_path), language=language)
        content = read_with(InProcess(), tmp_path, sources, settings).value
        assert content is not None
        assert [heading.anchor for heading in content.articles[0].outline.headings] == [anchor]
