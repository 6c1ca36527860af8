"""Citations: as offices write them, and as reference managers read them; never more than is known."""

import json
import re
import shutil
import subprocess
from typing import Any

import jsonschema
import pytest
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bantin.domain.model import DatedName, Label, Party, SigningPlace
from bantin.domain.problems import Language
from bantin.site.citation import citation_view
from bantin.site.views import CitationView
from tests.conftest import REPOSITORY, missing
from tests.index.contents import SITE, agency, agreement, article, bulletin, edtf_dates, on, quick

CSL = jsonschema.Draft7Validator(json.loads((REPOSITORY / "tests/schemas/csl-data.json").read_text()))
# What TeX sets for the commands that an entry may hold; other braces only group.
COMMAND = re.compile(r"\\text\w+\{\}|\\([%&$#_])|[{}]")
SIGNS = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    "{": "",
    "}": "",
}
URL = "https://bantin.example/bai-viet/2020/bai/"
AGENCIES = (agency("a", "Bộ A"), agency("b", "Ủy ban B"), agency("c", "Cục C"), agency("d", "Sở D"))


def cite(*agencies: Any, language: Language = "vi", lang: str = "", **changes: Any) -> CitationView:
    one = agreement(**changes)
    made = bulletin(*(agencies or AGENCIES), site=replace(SITE, language=language))
    return citation_view(article(agreement=one, lang=lang), one, made.directory)


def bibtex(view: CitationView) -> dict[str, str]:
    """The entry as a reference manager reads it."""
    library = parse_string(view.bibtex)
    assert library.failed_blocks == []
    (entry,) = library.entries
    fields = {
        field.key: COMMAND.sub(lambda told: SIGNS.get(told[0], told[1]), str(field.value)) for field in entry.fields
    }
    return {"key": entry.key, "kind": entry.entry_type, **fields}


def csl(view: CitationView) -> dict[str, Any]:
    """The item, which must keep to the schema."""
    items = json.loads(view.csl)
    CSL.validate(items)
    (item,) = items
    assert isinstance(item, dict)
    return item


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ({}, "Quy chế giữa Bộ A và Ủy ban B"),
        ({"number": "01/QC-A-B"}, "Quy chế số 01/QC-A-B giữa Bộ A và Ủy ban B"),
        ({"signed_on": on("2012-11-20")}, "Quy chế ngày 20 tháng 11 năm 2012 giữa Bộ A và Ủy ban B"),
        ({"signed_on": on("2012-11")}, "Quy chế tháng 11 năm 2012 giữa Bộ A và Ủy ban B"),
        ({"signed_on": on("2012~")}, "Quy chế khoảng năm 2012 giữa Bộ A và Ủy ban B"),
        ({"signed_on": on("XXXX-08-18")}, "Quy chế ngày 18 tháng 8 (chưa rõ năm) giữa Bộ A và Ủy ban B"),
        ({"title": "Quy chế"}, "Quy chế giữa Bộ A và Ủy ban B"),
        ({"title": "Quy chế bảo vệ rừng"}, "Quy chế giữa Bộ A và Ủy ban B về bảo vệ rừng"),
        ({"title": "Quy chế trong công tác y tế"}, "Quy chế giữa Bộ A và Ủy ban B trong công tác y tế"),
        ({"title": "QUY CHẾ về rừng"}, "QUY CHẾ giữa Bộ A và Ủy ban B về rừng"),
        ({"title": "Về việc phối hợp"}, "Quy chế giữa Bộ A và Ủy ban B về việc phối hợp"),
        ({"title": "Biên giới Việt Nam"}, "Quy chế giữa Bộ A và Ủy ban B về “Biên giới Việt Nam”"),
        ({"title": "Quy chếch"}, "Quy chế giữa Bộ A và Ủy ban B về “Quy chếch”"),
        (
            {"title": "Quy chế giữa Bộ A và Ủy ban B về rừng", "number": "1", "signed_on": on("2012")},
            "Quy chế số 1 năm 2012 giữa Bộ A và Ủy ban B về rừng",
        ),
        (
            {"parties": (Party("c"), Party("a"), Party("d"), Party("b"))},
            "Quy chế giữa Cục C, Bộ A, Sở D và Ủy ban B",
        ),
        (
            {"number": "01/QC-A-B", "signed_on": on("2012-11-20"), "title": "Quy chế bảo vệ rừng"},
            "Quy chế số 01/QC-A-B ngày 20 tháng 11 năm 2012 giữa Bộ A và Ủy ban B về bảo vệ rừng",
        ),
    ],
)
def test_an_agreement_is_cited_as_offices_do_without_what_is_not_known(facts: dict[str, Any], text: str) -> None:
    assert cite(**facts).text == text


def test_an_english_site_cites_in_english() -> None:
    full = cite(language="en", number="01/QC", signed_on=on("2012-11-20"), title="Regulation for the forests")
    assert full.text == "Regulation No. 01/QC of 20 November 2012 between Bộ A and Ủy ban B for the forests"
    assert cite(language="en", title="Bảo vệ rừng").text == "Regulation between Bộ A and Ủy ban B on “Bảo vệ rừng”"


def test_parties_are_cited_by_their_names_of_the_day() -> None:
    old = agency("a", "Bộ A", former_names=(DatedName(Label("Nha A"), until=on("2015-12-31")),))
    view = cite(old, agency("b", "Bộ B"), signed_on=on("2012-11-20"))
    assert view.text == "Quy chế ngày 20 tháng 11 năm 2012 giữa Nha A và Bộ B"
    assert csl(view)["author"][0] == {"literal": "Nha A"}
    assert bibtex(view)["author"] == "Nha A and Bộ B"


def test_reference_managers_are_told_all_that_is_known() -> None:
    view = cite(
        number="01/QC", title="Quy chế bảo vệ rừng", signed_on=on("2012-11-20"), signed_at=SigningPlace("Huế", "Nhà A")
    )
    assert bibtex(view) == {
        "key": "ban-ghi",
        "kind": "misc",
        "title": "Quy chế bảo vệ rừng",
        "author": "Bộ A and Ủy ban B",
        "type": "Quy chế",
        "number": "01/QC",
        "date": "2012-11-20",
        "year": "2012",
        "month": "nov",
        "langid": "vietnamese",
        "url": URL,
    }
    assert csl(view) == {
        "id": "ban-ghi",
        "type": "treaty",
        "title": "Quy chế bảo vệ rừng",
        "genre": "Quy chế",
        "author": [{"literal": "Bộ A"}, {"literal": "Ủy ban B"}],
        "URL": URL,
        "language": "vi",
        "number": "01/QC",
        "event-place": "Huế",
        "issued": {"date-parts": [[2012, 11, 20]]},
    }


def test_bibtex_keeps_the_capitals_of_a_title_and_takes_no_body_for_a_person() -> None:
    view = cite(title="Quy chế bảo vệ rừng Việt Nam")
    assert "  title = {{Quy chế bảo vệ rừng Việt Nam}},\n  author = {{Bộ A} and {Ủy ban B}},\n" in view.bibtex


def test_reference_managers_are_told_nothing_that_is_not_known() -> None:
    view = cite()
    assert set(bibtex(view)) == {"key", "kind", "title", "author", "type", "langid", "url"}
    assert set(csl(view)) == {"id", "type", "title", "genre", "author", "URL", "language"}


def test_an_article_in_another_language_is_reported_as_such() -> None:
    view = cite(lang="en")
    assert (csl(view)["language"], bibtex(view)["langid"]) == ("en", "english")
    assert "langid" not in bibtex(cite(lang="fr"))


def test_pandoc_reads_the_same_from_either_form() -> None:
    if shutil.which("pandoc") is None:
        missing("pandoc")
    view = cite(number="01/QC-A&B", title="Quy chế bảo vệ 50% rừng", signed_on=on("2012-11-20"))
    read = {
        name: json.loads(
            subprocess.run(
                ["pandoc", "-f", name, "-t", "csljson"], input=text, capture_output=True, text=True, check=True
            ).stdout
        )[0]
        for name, text in (("bibtex", view.bibtex), ("biblatex", view.bibtex), ("csljson", view.csl))
    }
    for name, item in read.items():
        told = {key: item[key] for key in ("title", "number", "author", "issued", "URL")}
        assert told == {key: read["csljson"][key] for key in told}, name
        assert item["language"].partition("-")[0] == "vi"


@pytest.mark.parametrize(
    ("signed", "entry", "issued"),
    [
        ("2012-11", {"year": "2012", "month": "nov"}, {"date-parts": [[2012, 11]]}),
        ("2012", {"year": "2012"}, {"date-parts": [[2012]]}),
        ("2012-XX-20", {"year": "2012"}, {"date-parts": [[2012]]}),
        ("2012~", {}, {"date-parts": [[2012]], "circa": True}),
        ("XXXX-08-18", {}, None),
    ],
)
def test_a_date_is_shown_as_far_as_it_is_known(
    signed: str, entry: dict[str, str], issued: dict[str, Any] | None
) -> None:
    view = cite(signed_on=on(signed))
    told = bibtex(view)
    assert {name: told[name] for name in ("date", "year", "month") if name in told} == entry
    assert csl(view).get("issued") == issued


# What BibTeX reads as its own, what JSON and HTML do, and Vietnamese.
TEXTS = st.text(st.sampled_from("{}\\%&$#_~^\"'<> aĐồ"), min_size=1, max_size=8).filter(
    lambda text: text == text.strip()
)


@quick
@given(TEXTS, TEXTS, TEXTS)
def test_whatever_is_written_is_read_back(title: str, number: str, name: str) -> None:
    view = cite(agency("a", name), agency("b", "B"), title=title, number=number)
    entry, item = bibtex(view), csl(view)
    assert entry["title"] == title
    assert entry["number"] == number
    assert entry["author"] == f"{name} and B"
    assert (item["title"], item["number"], item["author"][0]["literal"]) == (title, number, name)


@quick
@given(st.none() | edtf_dates(), st.sampled_from(["", "01/QC"]), st.sampled_from(["", "Quy chế rừng", "Rừng"]))
def test_a_citation_has_no_gaps(signed: Any, number: str, title: str) -> None:
    view = cite(signed_on=signed, number=number, title=title)
    assert view.text == " ".join(view.text.split())
    assert "None" not in view.text + view.bibtex + view.csl
    csl(view)
    bibtex(view)


@pytest.mark.parametrize(
    "changes", [{"type": "agreement"}, {"issued": {"date-parts": []}}, {"author": [{"name": "A"}]}, {"colour": "red"}]
)
def test_the_schema_sees_a_fault(changes: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        CSL.validate([{**csl(cite()), **changes}])
