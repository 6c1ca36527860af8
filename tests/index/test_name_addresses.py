"""Addresses of names that share a slug."""

from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.text.same_name import same_name
from bantin.index.name_addresses import distinct_ids, id_of, slug_shared

NAMES = st.lists(st.sampled_from(["Hùng", "Hưng", "hung", "HÙNG", "Hoà", "Hòa", "hoa", "Lan", "C", "C++"]))


def test_a_name_that_has_its_slug_to_itself_keeps_it() -> None:
    assert distinct_ids(["Lê Hùng", "LÊ HÙNG", "Lê Lan"]) == {}
    assert id_of("Lê Hùng", {}) == "le-hung"
    assert slug_shared("le-hung") == ""


def test_names_that_share_a_slug_have_ids_of_their_own() -> None:
    apart = distinct_ids(["Lê Hùng", "Lê Hưng", "Lê Lan"])
    assert [id_of(name, apart) for name in ("Lê Hùng", "lê hưng", "Lê Lan")] == [
        "le-hung--lee-hufng",
        "le-hung--lee-huwng",
        "le-lan",
    ]
    assert slug_shared("le-hung--lee-hufng") == "le-hung"


def test_what_cannot_be_spelt_has_no_id() -> None:
    assert id_of("…", distinct_ids(["…", "!"])) == ""


@given(NAMES)
def test_two_names_have_one_id_only_if_they_are_the_same(names: list[str]) -> None:
    apart = distinct_ids(names)
    assert len({id_of(name, apart) for name in names}) == len({same_name(name) for name in names})


@given(NAMES, NAMES)
def test_a_name_that_is_added_moves_none_that_shared_its_slug_and_takes_no_address(
    names: list[str], added: list[str]
) -> None:
    before, after = distinct_ids(names), distinct_ids([*names, *added])
    assert before.items() <= after.items()
    for name in names:
        old = id_of(name, before)
        assert id_of(name, after) == old or slug_shared(id_of(name, after)) == old
