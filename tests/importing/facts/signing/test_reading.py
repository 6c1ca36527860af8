"""Facts of a signing in running text: those of the corpus and of our own articles, and what is left open."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bantin.importing.facts.model import AgreementFacts
from bantin.importing.facts.signing.reading import read_signing
from tests.importing.facts.measure import Verdict, compare, measure, news, paragraphs, shares
from tests.importing.names import CONTENT, sample_names

CORPUS = ("first.yml", "second.yml", "third.yml", "fourth.yml")
ARTICLES = {
    path.parent.name if path.name == "index.md" else path.stem: path
    for path in (CONTENT / "articles").rglob("*.md")
    if not path.name.endswith(".en.md")
}


def read(*lines: str, published: str = "") -> tuple[AgreementFacts, ...]:
    return read_signing(paragraphs("\n".join(lines)), sample_names(), published)


def one(*lines: str, published: str = "") -> AgreementFacts:
    (found,) = read(*lines, published=published)
    return found


@pytest.mark.parametrize("name", CORPUS)
def test_news_of_the_corpus_give_what_they_say_and_nothing_else(name: str) -> None:
    assert [verdict for verdict in measure(news(name), sample_names()) if verdict.outcome != "right"] == []


def test_news_that_no_rule_was_made_for_give_nothing_that_they_do_not_say() -> None:
    found = shares(measure(news("held_out.yml"), sample_names()))
    assert found["wrong"] == 0
    assert found["right"] >= 20 * found["open"]


def front_matter(path: Path) -> tuple[dict[str, Any], str]:
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.load(head, yaml.BaseLoader), body


def as_corpus(facts: dict[str, Any]) -> dict[str, Any]:
    """The facts of an agreement in our front matter in the form of the corpus, without what news do not say."""
    names = {agency.id: agency.name.text("vi") for agency in sample_names().agencies}
    agreement = {key: value for key, value in facts.items() if value != "unknown"}
    people = {
        key: [person(entry) for entry in agreement.get(key, [])]
        for key in ("signatories", "presided_by", "attended_by")
    }
    return {
        "type": "Quy chế phối hợp",
        "parties": [names[party] for party in agreement["parties"]],
        "signed_on": agreement.get("signed_on", ""),
        "clauses": agreement.get("clauses", ""),
        "review": "P1Y rotating" if "review" in agreement else "",
        **people,
    }


def person(entry: Any) -> Any:
    """A person with the posts in a list; presiding people without posts, as our front matter tells fewer than news."""
    if isinstance(entry, str):
        return entry
    also = entry.get("also", [])
    return {**entry, "also": [also] if isinstance(also, str) else also}


def verdicts_of(name: str) -> Iterator[Verdict]:
    path = ARTICLES[name]
    head, body = front_matter(path)
    record = CONTENT / "agreements" / f"{head.get('about', [''])[0]}.md"
    facts = head["agreement"] if "agreement" in head else front_matter(record)[0]
    texts = (head["title"], head["lead"], *re.split(r"\n\s*\n", body))
    text = "\n".join(" ".join(part.split()) for part in texts)
    published = "" if head["published"] == "unknown" else head["published"]
    yield from compare(as_corpus(facts), one(text, published=published), name)


@pytest.mark.parametrize("name", ARTICLES)
def test_our_own_articles_give_what_their_front_matter_says(name: str) -> None:
    unlike = ("title", "place", "venue", "presided_by.also")
    wrong = [one for one in verdicts_of(name) if one.outcome != "right" and not one.key.endswith(unlike)]
    assert wrong == []


def test_every_fact_has_its_sentence_and_is_marked_as_a_guess() -> None:
    found = one("Ký kết", "Chiều 20/11/2012, Bộ Công an và Văn phòng Quốc hội ký Quy chế phối hợp. Ông A vắng.")
    assert found.signed_on
    assert found.signed_on.evidence.words.startswith("Chiều 20/11/2012")
    assert found.signed_on.evidence.words.endswith("Quy chế phối hợp.")
    assert found.signed_on.evidence.place.number == 2
    assert not found.signed_on.is_stated


def test_parties_and_signatories_have_the_ids_of_the_bulletin() -> None:
    found = one(
        "Bộ Công an và Văn phòng Quốc hội ký Quy chế phối hợp.",
        "Bộ trưởng Bộ Công an Trần Đại Quang và ông Lê Văn An, Chủ nhiệm Văn phòng Quốc hội ký Quy chế.",
    )
    parties = [party.value.agency.id for party in found.parties]
    assert parties == ["bo-cong-an", "van-phong-quoc-hoi"]
    assert [signer.value.party.id for signer in found.signatories if signer.value.party] == parties


def test_parties_are_those_for_whom_people_sign_where_nothing_else_tells() -> None:
    found = one("Bộ trưởng Bộ Tư pháp Lê Hòa và Bộ trưởng Bộ Y tế Trần Duy đã ký Quy chế phối hợp về pháp y.")
    assert [party.value.agency.name for party in found.parties] == ["Bộ Tư pháp", "Bộ Y tế"]


def test_who_only_attends_or_directs_does_not_sign() -> None:
    found = one(
        "Bộ Công an và Bộ Y tế ký Quy chế phối hợp.",
        "Thượng tướng Lê Văn An, Thứ trưởng Bộ Công an dự và chỉ đạo. Đại tá Lý Bình chứng kiến lễ ký Quy chế.",
    )
    assert [(person.value.name, person.value.role) for person in found.attended_by] == [
        ("Lê Văn An", "dự và chỉ đạo"),
        ("Lý Bình", ""),
    ]
    assert found.signatories == ()


def test_fields_are_those_whose_labels_stand_in_the_title() -> None:
    found = one("Bộ Công an và Bộ Y tế ký Quy chế phối hợp trong công tác cảnh vệ.")
    assert [field.value for field in found.fields] == ["canh-ve"]


def test_the_name_of_a_party_is_no_field() -> None:
    found = one("Ký Quy chế phối hợp giữa Bộ Công an và Bộ Thông tin và Truyền thông về bưu chính.")
    assert found.fields == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Bộ Công an và Bộ Y tế sẽ ký Quy chế phối hợp trong tháng tới.",
        "Bộ Công an và Bộ Y tế chưa ký Quy chế phối hợp.",
        "Sơ kết 5 năm ký kết Quy chế phối hợp giữa Bộ Công an và Bộ Y tế.",
        "Bộ trưởng ký Quyết định ban hành Quy chế làm việc.",
        "Đại tá Lê Văn An khẳng định việc ký kết Quy chế phối hợp là cần thiết.",
        "Hoãn lễ ký kết Quy chế phối hợp giữa Bộ Công an và Bộ Y tế.",
        "Chữ ký của Bộ trưởng Bộ Công an trên Quy chế phối hợp.",
    ],
)
def test_a_text_that_tells_of_no_signing_gives_no_agreement(text: str) -> None:
    assert read(text) == ()


def test_parties_stay_open_where_their_number_is_another() -> None:
    assert one("Bốn cơ quan gồm Bộ Công an và Bộ Y tế ký Quy chế phối hợp.").parties == ()


def test_two_agreements_at_one_ceremony_are_two() -> None:
    found = read("Bộ Công an và Bộ Y tế ký Quy chế phối hợp về pháp y và Kế hoạch phối hợp về dữ liệu dân cư.")
    assert [one.title.value for one in found if one.title] == [
        "Quy chế phối hợp về pháp y",
        "Kế hoạch phối hợp về dữ liệu dân cư",
    ]


def test_a_title_without_a_subject_gives_way_to_one_with_it() -> None:
    found = one(
        "Chiều 2/3, Lễ ký kết Quy chế phối hợp giữa Bộ Công an và Bộ Y tế diễn ra.",
        "Quy chế phối hợp về pháp y gồm 9 điều.",
    )
    assert found.title
    assert found.title.value == "Quy chế phối hợp về pháp y"


@given(st.lists(st.text(alphabet="ABộCông antếkýQuychđã,.:()/0123 ", max_size=80), max_size=6))
def test_any_text_can_be_read(lines: list[str]) -> None:
    for found in read(*lines, published="2021-11-24"):
        evidence = [value.evidence for value in (found.type, found.title, found.signed_on) if value]
        assert all(any(one.words in line for line in lines) for one in evidence)
