"""The scheme of an agreement: every relation is seen from both of its sides."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bantin.domain.model import Article, External, Relation, RelationKind, Status
from bantin.domain.problems import Language
from bantin.index import lineage
from bantin.site.addresses import WORDS, home
from bantin.site.cards import date_view, status_without_period
from bantin.site.relation_views import relation_groups, versions
from bantin.site.views import DateView, LinkView, RelationGroupView, RelationView, VersionView
from tests.index.contents import SITE, agreement, article, bulletin, on, quick


def day(text: str) -> DateView | None:
    return date_view(on(text), "vi")


HERE = LinkView("Bài bai", "bai-viet/2020/bai/")
OLD = LinkView("Quy chế cũ", "bai-viet/2010/cu/")
UNKNOWN = status_without_period(Status.UNKNOWN, bulletin().directory)


def other(**changes: Any) -> Article:
    signed = agreement(id="cu", title="Quy chế cũ", number="1/QC", signed_on=on("2010"))
    return article("cu", 2010, **{"agreement": signed, **changes})


def groups(
    record: str, *relations: Relation, others: tuple[Article, ...] = (), language: Language = "vi"
) -> list[RelationGroupView]:
    """The scheme of ``record`` in a bulletin where the record ``ban-ghi`` states ``relations``."""
    one = article(agreement=agreement(relations=relations))
    made = bulletin(one, *others, site=replace(SITE, language=language))
    return list(relation_groups(made.register.by_id[record], made.directory))


def test_a_relation_is_shown_on_both_sides() -> None:
    amends = Relation(RelationKind.AMENDS, "cu")
    view = RelationView("Quy chế cũ", "1/QC", day("2010"), OLD, UNKNOWN)
    assert groups("ban-ghi", amends, others=(other(),)) == [RelationGroupView("amends", False, "Sửa đổi", (view,))]
    back = RelationView("Bài bai", "", None, HERE, UNKNOWN)
    assert groups("cu", amends, others=(other(),)) == [RelationGroupView("amends", True, "Văn bản sửa đổi", (back,))]


def test_an_english_site_names_both_sides_in_english() -> None:
    replaces = Relation(RelationKind.REPLACES, "cu")
    shown = [groups(record, replaces, others=(other(),), language="en") for record in ("ban-ghi", "cu")]
    assert [[group.label for group in side] for side in shown] == [["Replaces"], ["Replaced by"]]


def test_to_be_related_is_the_same_from_both_sides() -> None:
    related = Relation(RelationKind.RELATED, "cu")
    shown = [groups(record, related, others=(other(),)) for record in ("ban-ghi", "cu")]
    assert [[(group.label, group.inverse) for group in side] for side in shown] == [[("Liên quan", False)]] * 2


@pytest.mark.parametrize(
    ("others", "relation", "view"),
    [
        (
            [other(agreement=agreement(id="cu"))],
            Relation(RelationKind.AMENDS, "cu"),
            RelationView("Bài cu", "", None, LinkView("Bài cu", OLD.url), UNKNOWN),
        ),
        ([other(draft=True)], Relation(RelationKind.AMENDS, "cu"), RelationView("cu", "", None, None)),
        (
            [],
            Relation(
                RelationKind.AMENDS,
                external=External("Luật Biển", "18/2012/QH13", on("2012-06-21"), "https://luat.example/"),
            ),
            RelationView(
                "Luật Biển",
                "18/2012/QH13",
                day("2012-06-21"),
                LinkView("Luật Biển", "https://luat.example/", external=True),
            ),
        ),
        (
            [],
            Relation(RelationKind.AMENDS, external=External("Tập quán")),
            RelationView("Tập quán", "", None, None),
        ),
    ],
    ids=["record-without-title", "hidden-record", "external", "external-without-address"],
)
def test_a_relation_leads_to_the_other_document_where_it_can(
    others: list[Article], relation: Relation, view: RelationView
) -> None:
    assert groups("ban-ghi", relation, others=tuple(others)) == [RelationGroupView("amends", False, "Sửa đổi", (view,))]


def test_documents_stand_together_by_what_the_agreement_has_to_do_with_them() -> None:
    laws = tuple(Relation(RelationKind.BASED_ON, external=External(name)) for name in ("Luật B", "Luật A"))
    stated = Relation(RelationKind.EXTENDS, "ban-ghi")
    later = article("sau", agreement=agreement(id="sau", relations=(stated,)))
    shown = groups("ban-ghi", laws[0], Relation(RelationKind.CORRECTS, "cu"), laws[1], others=(other(), later))
    assert [(group.label, [item.title for item in group.items]) for group in shown] == [
        ("Đính chính", ["Quy chế cũ"]),
        ("Căn cứ", ["Luật B", "Luật A"]),
        ("Văn bản gia hạn", ["Bài sau"]),
    ]


KINDS = st.sampled_from(list(RelationKind))
STATED = st.lists(st.tuples(KINDS, st.integers(0, 3), st.integers(0, 3)), max_size=8)


@quick
@given(STATED)
def test_what_one_side_shows_the_other_shows_too(stated: list[tuple[RelationKind, int, int]]) -> None:
    made = bulletin(
        *(
            article(
                f"b{number}",
                agreement=agreement(
                    id=f"b{number}",
                    relations=tuple(Relation(kind, f"b{to}") for kind, by, to in stated if by == number and by != to),
                ),
            )
            for number in range(4)
        )
    )
    urls = {record.agreement.id: home(WORDS["vi"], record.home) for record in made.register.records}
    shown = {
        (group.kind, group.inverse, urls[record.agreement.id], item.link.url)
        for record in made.register.records
        for group in relation_groups(record, made.directory)
        for item in group.items
        if item.link
    }
    directed = {(kind, False, urls[f"b{by}"], urls[f"b{to}"]) for kind, by, to in stated if by != to}
    back = {(kind, kind != RelationKind.RELATED, to, by) for kind, _, by, to in directed}
    assert shown == directed | back


def test_the_line_of_agreements_that_changed_one_another_marks_this_one() -> None:
    one = article(agreement=agreement(signed_on=on("2020-05-05"), relations=(Relation(RelationKind.AMENDS, "cu"),)))
    made = bulletin(one, other())
    record = made.register.by_id["ban-ghi"]
    line = lineage("ban-ghi", {other.agreement.id: other.ties for other in made.register.records})
    assert versions(record, line, made.directory) == (
        VersionView(LinkView("Quy chế cũ", OLD.url), day("2010"), here=False, status=UNKNOWN),
        VersionView(HERE, day("2020-05-05"), here=True, status=UNKNOWN),
    )


def test_an_agreement_that_none_has_changed_has_no_line() -> None:
    made = bulletin(article(agreement=agreement()))
    record = made.register.by_id["ban-ghi"]
    assert versions(record, (), made.directory) == versions(record, (record.home,), made.directory) == ()
