"""Names instead of ids: an article with names is equal to the same article with ids."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from bantin.build.build import check
from bantin.domain.problems import LANGUAGES, BulletinError, Problem
from tests.bulletins import ARTICLE, COMPLETE, MINIMAL, SITE, problems_of, request, texts_of, tools, write

PATH = "content/articles/2020/bai.md"
BULLETIN: Mapping[str, str] = {
    **MINIMAL,
    "content/site.yml": f"{SITE}search: off\nsections:\n  tin-tuc: {{vi: Tin tức, en: News}}\n",
    "content/vocabulary.yml": """\
types:
  quy-che: {vi: Quy chế phối hợp, en: Regulation}
fields:
  an-ninh: {vi: An ninh trật tự, en: Security}
""",
    "content/agencies/co-quan-a.yml": """\
name: {vi: Bộ Hoà Bình, en: Ministry of Peace}
abbreviations: [BHB]
aliases: [Bộ Yên ổn]
former_names:
  - {name: Tổng cục Hoà bình, until: 2010}
""",
    "content/agencies/co-quan-b.yml": "name: Sở Nội vụ\nabbreviations: SNV\n",
    "content/articles/2019/bai-cu.md": ARTICLE.replace("2020-", "2019-").replace(
        "  title: Quy chế phối hợp\n", "  title: Quy chế cũ\n  number: 01/QCPH-BHB-SNV\n"
    ),
}
FRONT = """\
---
title: Bài
published: 2020-05-06
lead: Sa-pô.
authors: [Người viết]
section: <section>
agreement:
  type: <type>
  title: Quy chế mới
  parties: [<a>, <b>]
  signatories: [{name: Nguyễn Văn A, party: <a>}, {name: Trần Văn B, party: <b>}]
  signed_on: 2020-05-05
  fields: [<field>]
  scope: central
  review: {every: P1Y, chair: <a>}
  events: [{kind: amended, on: 2021, parties: [<b>]}]
  relations: [{kind: related, to: <record>}]
  text_public: {no: Nội bộ}
---

Nội dung.
"""
IDS = {
    "section": "tin-tuc",
    "type": "quy-che",
    "a": "co-quan-a",
    "b": "co-quan-b",
    "field": "an-ninh",
    "record": "bai-cu",
}


def article(**names: str) -> str:
    text = FRONT
    for key, name in {**IDS, **names}.items():
        text = text.replace(f"<{key}>", name)
    return text


def told(root: Path, **names: str) -> tuple[Problem, ...]:
    return problems_of(write(root, BULLETIN, {PATH: article(**names)}))


def told_codes(root: Path, **names: str) -> list[str]:
    return [problem.code for problem in told(root, **names)]


@pytest.mark.parametrize(
    ("what", "name"),
    [
        *(
            ("a", name)
            for name in ("BHB", "bhb", "Bộ Yên ổn", "bộ yên ổn", "Bộ Hoà Bình", "Bộ Hòa Bình", "BỘ  HOÀ BÌNH",
                         "ministry of peace", "Tổng cục Hòa bình", "CO-QUAN-A", "co-quan-a.yml",
                         "content/agencies/co-quan-a.yml", "/co-quan/co-quan-a/")
        ),
        *(("b", name) for name in ("SNV", "Sở Nội vụ", "sở nội vụ", "'Sở Nội vụ '")),
        *(("type", name) for name in ("Quy chế phối hợp", "quy chế phối hợp", "Regulation", "Quy-che")),
        *(("field", name) for name in ("An ninh trật tự", "security", "An ninh  trật tự")),
        *(("section", name) for name in ("Tin tức", "TIN TỨC", "News")),
        *(
            ("record", name)
            for name in ("bai-cu.md", "2019/bai-cu.md", "articles/2019/bai-cu.md", "content/articles/2019/bai-cu.md",
                         "../2019/bai-cu.md", "/bai-viet/2019/bai-cu/", "/articles/2019/bai-cu.md", "01/QCPH-BHB-SNV",
                         "https://bantin.example/bai-viet/2019/bai-cu/", "01 / QCPH - BHB - SNV", "Số 01/QCPH-BHB-SNV",
                         "01/qcph-bhb-snv", "Quy chế cũ", "/en/articles/2019/bai-cu/", "2019/bai-cu")
        ),
    ],
)  # fmt: skip
def test_a_name_is_as_good_as_the_id(what: str, name: str, tmp_path: Path) -> None:
    assert told_codes(tmp_path, **{what: name}) == []


def test_the_site_is_the_same_whether_things_are_named_or_given_by_id(tmp_path: Path) -> None:
    names = {
        "section": "Tin tức", "type": "Quy chế phối hợp", "a": "BHB", "b": "Sở Nội vụ", "field": "An ninh trật tự",
        "record": "01/QCPH-BHB-SNV",
    }  # fmt: skip
    by_name = texts_of(write(tmp_path / "names", BULLETIN, {PATH: article(**names)}))
    by_id = texts_of(write(tmp_path / "ids", BULLETIN, {PATH: article()}))
    different = {path for path in by_id if by_id[path] != by_name.get(path)}
    assert by_name.keys() == by_id.keys()
    assert different <= {".well-known/bantin.json"}


def test_a_party_may_be_called_otherwise_where_it_signs(tmp_path: Path) -> None:
    front = article().replace("name: Nguyễn Văn A, party: co-quan-a", "name: Nguyễn Văn A, party: BHB")
    front = front.replace("parties: [co-quan-b]}]", "parties: [SNV]}]")
    assert problems_of(write(tmp_path, BULLETIN, {PATH: front})) == ()


@pytest.mark.parametrize(
    ("what", "name", "code"),
    [
        ("a", "Bo Hoa Binh", "unknown-agency"),
        ("a", "Bộ Hoa Bình", "unknown-agency"),
        ("b", "Sở Nôi vụ", "unknown-agency"),
        ("type", "Quy chế", "unknown-type"),
        ("section", "Tin túc", "unknown-section"),
        ("record", "https://khac.example/bai-viet/2019/bai-cu/", "unknown-record"),
        ("record", "2018/bai-cu.md", "unknown-record"),
    ],
)
def test_what_differs_in_its_marks_or_its_place_is_another(what: str, name: str, code: str, tmp_path: Path) -> None:
    assert code in told_codes(tmp_path, **{what: name})


def test_an_agency_may_name_the_one_above_it_and_those_before_it(tmp_path: Path) -> None:
    third = "name: Cục C\nparent: BHB\npredecessors: [Sở Nội vụ]\nsuccessors:\n  - {agency: Bộ Hòa Bình, on: 2025}\n"
    files = {"content/agencies/cuc-c.yml": third}
    assert problems_of(write(tmp_path, BULLETIN, files)) == ()
    pages = texts_of(tmp_path)
    assert "co-quan-a" in pages["co-quan/cuc-c/index.html"]
    assert "cuc-c" in pages["co-quan/co-quan-b/index.html"]


def test_a_name_that_two_bear_is_reported_with_both(tmp_path: Path) -> None:
    files = {"content/agencies/co-quan-c.yml": "name: Sở Ngoại vụ\nabbreviations: [SNV]\n"}
    (problem,) = problems_of(write(tmp_path, BULLETIN, files, {PATH: article(b="SNV")}))[:1]
    assert problem.code == "ambiguous-name"
    assert problem.value("ids") == "co-quan-b, co-quan-c"
    for language in LANGUAGES:
        assert "Sở Nội vụ" in problem.message(language)
        assert "Sở Ngoại vụ" in problem.message(language)


def test_an_id_is_itself_even_if_another_bears_it_as_a_name(tmp_path: Path) -> None:
    files = {"content/agencies/co-quan-c.yml": "name: co-quan-b\n"}
    assert problems_of(write(tmp_path, BULLETIN, files, {PATH: article()})) == ()


@pytest.mark.parametrize("broken", ["name: [x]\n", "abbreviations: [ABC]\n"])
def test_a_name_that_may_be_in_a_file_that_cannot_be_read_is_not_reported(broken: str, tmp_path: Path) -> None:
    files = {**BULLETIN, "content/agencies/co-quan-c.yml": broken, PATH: article(a="ABC")}
    assert {one.location.path for one in problems_of(write(tmp_path, files))} == {"content/agencies/co-quan-c.yml"}


def test_what_is_remembered_of_a_file_does_not_depend_on_others(tmp_path: Path) -> None:
    """An article is read and remembered as it is written: what its names mean may change without it."""
    root = write(tmp_path, BULLETIN, {PATH: article(a="BHB")})
    assert check(request(root), tools(memory=tmp_path / "memory")).problems == ()
    write(root, {"content/agencies/co-quan-a.yml": "name: Bộ Hoà Bình\n"})
    with pytest.raises(BulletinError) as raised:
        check(request(root), tools(memory=tmp_path / "memory"))
    assert {one.code for one in raised.value.problems} == {"unknown-agency"}


def test_a_field_that_is_named_twice_is_one(tmp_path: Path) -> None:
    front = article().replace("fields: [an-ninh]", "fields: [an-ninh, An ninh trật tự]")
    pages = texts_of(write(tmp_path, BULLETIN, {PATH: front}))
    assert pages["van-ban/index.html"].count("An ninh trật tự") == texts_of(
        write(tmp_path / "other", BULLETIN, {PATH: article()})
    )["van-ban/index.html"].count("An ninh trật tự")


def test_the_sample_of_every_test_names_nothing_but_ids(tmp_path: Path) -> None:
    assert problems_of(write(tmp_path, COMPLETE)) == ()


def test_what_is_amended_may_be_named(tmp_path: Path) -> None:
    for name in ("bai-cu", "Quy chế cũ", "01/QCPH-BHB-SNV"):
        amending = article().replace(
            "  text_public", f"  amends: [{{to: {name}, at: dieu-1, do: repeal}}]\n  text_public"
        )
        found = {problem.code for problem in problems_of(write(tmp_path, BULLETIN, {PATH: amending}))}
        assert found == {"amended-without-text", "amends-without-relation"}
