"""The changes of a deployment, as sets of paths."""

from hypothesis import given
from hypothesis import strategies as st

from bantin.deploy.changes import changes

SITES = st.dictionaries(st.sampled_from([f"{letter}.html" for letter in "abcdefgh"]), st.sampled_from("xyz"))


@given(SITES, SITES)
def test_what_is_sent_and_removed_makes_one_site_into_the_other(wanted: dict[str, str], there: dict[str, str]) -> None:
    found = changes(wanted, there, dict.fromkeys(wanted, 7))
    made = {path: digest for path, digest in there.items() if path not in found.removed}
    made |= {path: wanted[path] for path in found.sent}
    assert made == wanted
    assert found.none == (wanted == there)
    assert found.size == 7 * len(found.sent)
    assert not {*found.sent} & {*found.removed}


def test_a_third_of_a_site_is_much_but_a_few_files_are_not() -> None:
    site = {f"{number}": "x" for number in range(36)}
    for left, much in ((24, False), (23, True), (0, True)):
        rest = dict(list(site.items())[:left])
        assert changes(rest, site, dict.fromkeys(rest, 1)).removes_much is much
    few = dict(list(site.items())[:10])
    assert not changes({}, few, {}).removes_much
