"""The graph behind the charts of agencies: who has signed with whom, and who has not."""

from hypothesis import given
from msgspec.structs import replace

from bantin.domain.model import Label
from bantin.index import Bulletin
from bantin.site.charts.graph import Edge, graph, partners
from bantin.site.views import LinkView
from tests.index.contents import SITE, agency, bulletin, quick
from tests.site.charts.corpora import registers

DIRECTORY = bulletin(agency("a", "Ủy ban"), agency("b", "Đoàn"), agency("c", "Điện lực"), agency("d", "Ấp")).directory


def test_agencies_stand_in_vietnamese_order_and_edges_know_their_positions() -> None:
    made = graph(["a", "b", "c"], [("a", "b", 2, "ab/"), ("b", "c", 1, "bc/")], DIRECTORY)
    assert [link.label for link in made.agencies] == ["Điện lực", "Đoàn", "Ủy ban"]
    assert made.agencies[0] == LinkView("Điện lực", "co-quan/c/")
    assert made.edges == (Edge(0, 1, 1, "bc/"), Edge(1, 2, 2, "ab/"))
    assert made.title(made.edges[1]) == "Đoàn – Ủy ban"


def test_a_pair_with_an_agency_that_is_not_shown_is_left_out() -> None:
    pairs = [("a", "c", 2, "ac/"), ("a", "b", 1, "ab/")]
    assert graph(["a", "b"], pairs, DIRECTORY).edges == (Edge(0, 1, 1, "ab/"),)


def test_a_name_is_shown_in_the_language_of_the_site() -> None:
    one = replace(agency("a"), name=Label("Bộ", "Ministry"))
    for language, name in (("vi", "Bộ"), ("en", "Ministry")):
        found = bulletin(one, site=replace(SITE, language=language)).directory
        assert graph(["a"], [], found).agencies[0].label == name


def test_whom_an_agency_has_signed_with_and_whom_it_has_not() -> None:
    rows = partners(graph(["a", "b", "c", "d"], [("a", "b", 2, "ab/"), ("b", "c", 1, "bc/")], DIRECTORY))
    told = [
        (
            row.number,
            row.link.label,
            [(one.link.label, one.count) for one in row.partners],
            [o.label for o in row.others],
        )
        for row in rows
    ]
    assert told == [
        (1, "Ấp", [], ["Điện lực", "Đoàn", "Ủy ban"]),
        (2, "Điện lực", [("Đoàn", 1)], ["Ấp", "Ủy ban"]),
        (3, "Đoàn", [("Điện lực", 1), ("Ủy ban", 2)], ["Ấp"]),
        (4, "Ủy ban", [("Đoàn", 2)], ["Ấp", "Điện lực"]),
    ]


@quick
@given(registers())
def test_each_agency_has_signed_or_not_with_every_other(made: Bulletin) -> None:
    pairs = [(*pair, len(records), "") for pair, records in made.register.by_pair.items()]
    shown = graph(made.register.by_agency, pairs, made.directory)
    rows = partners(shown)
    for row in rows:
        names = [*(one.link.label for one in row.partners), *(one.label for one in row.others), row.link.label]
        assert sorted(names) == sorted(link.label for link in shown.agencies)
    assert sum(one.count for row in rows for one in row.partners) == 2 * sum(count for *_, count, _url in pairs)
