"""Versions of a text: a chain with results made by hand, unknown versions, and invariants."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bantin.domain.model import Agreement, AgreementText, Amendment, AmendmentKind, Event, EventKind, Party
from bantin.domain.provisions.amending import FaultKind
from bantin.domain.provisions.changes import changes
from bantin.domain.provisions.versions import Consolidation, consolidate, effect
from bantin.domain.provisions.writing import label_of
from tests.domain.provisions.amended import ARTICLES, CHAIN, FIRST, SECOND, SIGNED, TARGET, THIRD, amending
from tests.index.contents import agreement, edtf_dates, on, quick

# The wording of changed articles after each of the three amendments.
AFTER_FIRST = {
    **ARTICLES,
    "3": "Điều 3. Hình thức\n1. Trao đổi văn bản.\n2. Họp liên ngành:\na) Họp hằng quý;\nb) Họp đột xuất;\n"
    "c) Họp trực tuyến.",
    "5": f"{ARTICLES['5']}\nĐiều 5a. Trách nhiệm chung\n1. Bố trí cán bộ.\n2. Báo cáo kết quả.",
    "7": "Điều 7. (bãi bỏ)",
}
AFTER_SECOND = {
    **AFTER_FIRST,
    "3": "Điều 3. Hình thức\n1. Trao đổi văn bản.\n2. Họp liên ngành:\na) Họp hằng quý;\nb) (bãi bỏ)\n"
    "c) Họp trực tuyến.\nd) Họp chuyên đề.",
    "5": f"{ARTICLES['5']}\nĐiều 5a. Trách nhiệm chung\n1. Bố trí cán bộ.\n2. Báo cáo kết quả trước ngày 15 tháng 12.",
    "9": "Điều 9. Sơ kết, tổng kết\n1. Sơ kết mỗi năm.\n2. Tổng kết năm năm một lần.",
}
AFTER_THIRD = {
    **AFTER_SECOND,
    "5": "Điều 5. Trách nhiệm của Cục A\n1. Cung cấp thông tin.\n2. Chủ trì họp.\n3. (bãi bỏ)\n4. Lưu trữ hồ sơ.\n"
    "Điều 5a. (bãi bỏ)\n1. (bãi bỏ)\n2. (bãi bỏ)",
    "9": "Điều 9. Sơ kết, tổng kết\n1. Sơ kết hai năm một lần.\n2. Tổng kết năm năm một lần.",
    "11": "Điều 11. Điều khoản chuyển tiếp\nViệc đang phối hợp được tiếp tục thực hiện.",
}


def shown(text: AgreementText | None) -> str:
    """The provisions of a text, a line for each paragraph; repealed ones are marked."""
    assert text is not None
    lines = []
    for one in text.walk():
        beside, *below = ("(bãi bỏ)",) if one.repealed else (*filter(None, (one.heading,)), *one.paragraphs)
        sign = label_of(one).removesuffix(".") if one.kind == "chapter" else f"{label_of(one)} {beside}"
        lines += [sign, *([beside] if one.kind == "chapter" else []), *below]
    return "\n".join(lines)


def of(*others: Agreement, target: Agreement = TARGET, known_by: date = date.max) -> Consolidation:
    return consolidate(target, SIGNED, others, known_by)


def day(text: str) -> date:
    return date.fromisoformat(text)


def known(found: Consolidation) -> list[tuple[str, bool, tuple[str, ...]]]:
    """The versions, each as its first day, whether its text is known, and by what it is so."""
    return [(str(one.first), one.text is not None, one.by) for one in found.versions]


@pytest.mark.parametrize(
    ("on_day", "expected"),
    [
        ("2018-05-10", ARTICLES),
        ("2019-01-01", ARTICLES),
        ("2019-06-30", ARTICLES),
        ("2019-07-01", AFTER_FIRST),
        ("2020-12-31", AFTER_FIRST),
        ("2021-01-14", AFTER_FIRST),
        ("2021-01-15", AFTER_SECOND),
        ("2023-09-30", AFTER_SECOND),
        ("2023-10-01", AFTER_THIRD),
        ("2026-01-01", AFTER_THIRD),
    ],
)
def test_a_chain_of_three_is_as_worked_out_by_hand(on_day: str, expected: Mapping[str, str]) -> None:
    found = of(*CHAIN)
    assert (found.failures, found.conflicts) == ((), ())
    text = found.on(day(on_day)).text
    assert shown(text) == "\n".join(expected.values())
    assert text is not None
    assert (text.preamble, text.bases, text.closing) == (SIGNED.preamble, SIGNED.bases, SIGNED.closing)


def test_the_signed_text_is_equal_until_the_day_before_the_first_amendment() -> None:
    first, second, *_ = of(*CHAIN).versions
    assert (first.text, first.last) == (SIGNED, day("2019-06-30"))
    assert (second.first, second.by, second.since_is_known) == (day("2019-07-01"), ("sua-doi-1",), True)
    assert of().versions[0].text == SIGNED


def test_each_provision_has_its_history() -> None:
    found = changes(of(*CHAIN))
    told = {
        anchor: [(str(one.since), one.by, one.before is not None, one.after and one.after.repealed) for one in some]
        for anchor, some in found.items()
    }
    first, second, third = "2019-07-01", "2021-01-15", "2023-10-01"
    assert told == {
        "dieu-3-khoan-2-diem-a": [(first, ("sua-doi-1",), True, False)],
        "dieu-3-khoan-2-diem-b": [(first, ("sua-doi-1",), True, False), (second, ("sua-doi-2",), True, True)],
        "dieu-3-khoan-2-diem-c": [(first, ("sua-doi-1",), False, False)],
        "dieu-3-khoan-2-diem-d": [(second, ("sua-doi-2",), False, False)],
        "dieu-5a": [(first, ("sua-doi-1",), False, False), (third, ("sua-doi-3",), True, True)],
        "dieu-5a-khoan-1": [(first, ("sua-doi-1",), False, False), (third, ("sua-doi-3",), True, True)],
        "dieu-5a-khoan-2": [
            (first, ("sua-doi-1",), False, False),
            (second, ("sua-doi-2",), True, False),
            (third, ("sua-doi-3",), True, True),
        ],
        "dieu-7": [(first, ("sua-doi-1",), True, True)],
        "dieu-9": [(second, ("sua-doi-2",), True, False)],
        "dieu-9-khoan-1": [(second, ("sua-doi-2",), False, False), (third, ("sua-doi-3",), True, False)],
        "dieu-9-khoan-2": [(second, ("sua-doi-2",), False, False)],
        "dieu-5-khoan-3": [(third, ("sua-doi-3",), True, True)],
        "dieu-5-khoan-4": [(third, ("sua-doi-3",), False, False)],
        "dieu-11": [(third, ("sua-doi-3",), False, False)],
    }


def test_a_day_known_in_part_leaves_the_text_open_until_it_has_certainly_come() -> None:
    found = of(amending("sua-doi", "2021-03", ("dieu-7", "repeal", "")))
    assert known(found) == [("0001-01-01", True, ()), ("2021-03-01", False, ()), ("2021-03-31", True, ("sua-doi",))]
    assert [one.since_is_known for one in found.versions] == [True, True, False]
    assert found.versions[1].open == ("sua-doi",)
    ((change,),) = changes(found).values()
    assert (change.since, change.known_on) == (None, day("2021-03-31"))


UNDATED: Mapping[str, Any] = {"effective_on": None, "signed_on": on("2021-03-01")}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        # Signed, but without a known entry into force: the text stays unknown.
        (UNDATED, [("0001-01-01", True), ("2021-03-01", False)]),
        # It took effect by today, on an unknown day.
        (
            {**UNDATED, "events": (Event(EventKind.EFFECTIVE),)},
            [("0001-01-01", True), ("2021-03-01", False), ("2026-01-01", True)],
        ),
        (
            {**UNDATED, "events": (Event(EventKind.EFFECTIVE, on("2021-04-01")),)},
            [("0001-01-01", True), ("2021-04-01", True)],
        ),
        # While it is suspended, and once it has ended, it does not bind.
        (
            {"events": (Event(EventKind.SUSPENDED, on("2022-01-01"), until=on("2022-06-30")),)},
            [("0001-01-01", True), ("2021-01-01", True), ("2022-01-01", True), ("2022-07-01", True)],
        ),
        ({"expires_on": on("2022-12-31")}, [("0001-01-01", True), ("2021-01-01", True), ("2023-01-01", True)]),
        (
            {"events": (Event(EventKind.TERMINATED, on("2022")),)},
            [("0001-01-01", True), ("2021-01-01", True), ("2022-01-01", False), ("2022-12-31", True)],
        ),
        # A part of it has ended, or has a day of its own: which amendments that concerns is not known.
        (
            {"events": (Event(EventKind.TERMINATED, on("2022-01-01"), part="Điều 1"),)},
            [("0001-01-01", True), ("2021-01-01", True), ("2022-01-01", False)],
        ),
        (
            {"events": (Event(EventKind.EFFECTIVE, on("2022-01-01"), part="Điều 2"),)},
            [("0001-01-01", True), ("2021-01-01", False), ("2022-01-01", True)],
        ),
        # It enters into force between two of three parties first.
        (
            {"parties": (Party("a"), Party("b"), Party("c", effective_on=on("2023")))},
            [("0001-01-01", True), ("2021-01-01", True)],
        ),
    ],
)
def test_an_amendment_counts_while_it_is_in_force(facts: Mapping[str, Any], expected: list[tuple[str, bool]]) -> None:
    found = of(amending("sua-doi", "2021-01-01", ("dieu-7", "repeal", ""), **facts), known_by=day("2026-01-01"))
    assert [(first, is_known) for first, is_known, _ in known(found)] == expected
    for one in found.versions:
        assert one.text is None or (one.text == SIGNED) is (one.by == ())
    assert (found.failures, found.conflicts) == ((), ())


def test_what_has_ended_keeps_the_text_of_its_last_day() -> None:
    gone = Event(EventKind.REPLACED, on("2024-01-01"))
    target, ended = replace(TARGET, events=(gone,)), replace(SECOND, events=(gone,))
    late = amending("muon", "2025-01-01", ("dieu-1", "repeal", ""))
    assert [first for first, _, _ in known(of(FIRST, ended, late, target=target))] == [
        "0001-01-01",
        "2019-07-01",
        "2021-01-15",
    ]


def test_two_amendments_of_one_provision_on_one_day_are_a_conflict_whatever_they_say() -> None:
    one = amending("a-1", "2021-01-01", ("dieu-9", "replace", "Điều 9. Sơ kết\nMỗi quý."), ("dieu-7", "repeal", ""))
    two = amending("a-2", "2021-01-01", ("dieu-9-khoan-1", "insert", "1. Mới."), ("dieu-8-khoan-1", "repeal", ""))
    for order in ((one, two), (two, one)):
        found = of(*order)
        (conflict,) = found.conflicts
        assert (conflict.record, conflict.amendment.at) == ("a-1", "dieu-9")
        assert (conflict.other_record, conflict.other.at, conflict.on) == ("a-2", "dieu-9-khoan-1", day("2021-01-01"))
        assert [is_known for _, is_known, _ in known(found)] == [True, False]
        assert found.failures == ()


@pytest.mark.parametrize(
    ("first", "second", "is_known"),
    [
        ("2021", "2021-06-01", False),
        ("2021", "2021", False),
        ("2021", "2022-01-01", True),
        ("2021-06-01", "2021-06-02", True),
    ],
)
def test_the_order_of_two_must_be_known_where_they_amend_one_provision(
    first: str, second: str, *, is_known: bool
) -> None:
    found = of(
        amending("a-1", first, ("dieu-7", "replace", "Điều 7. Bảo mật\nMột.")),
        amending("a-2", second, ("dieu-7", "replace", "Điều 7. Bảo mật\nHai.")),
    )
    assert (found.versions[-1].text is not None) is is_known
    assert bool(found.conflicts) is not is_known
    assert all(one.on is None for one in found.conflicts)


def test_two_of_one_day_that_have_nothing_to_do_with_each_other_are_both_applied() -> None:
    one = amending("a-1", "2021", ("dieu-5-khoan-4", "insert", "4. Bốn."), ("dieu-7", "repeal", ""))
    two = amending("a-2", "2021", ("dieu-5-khoan-5", "insert", "5. Năm."), ("dieu-8", "repeal", ""))
    assert of(one, two) == of(two, one)
    text = of(one, two).versions[-1].text
    assert [p.number for p in (text or SIGNED).walk() if p.anchor.startswith("dieu-5-")] == list("12345")


def test_one_record_does_one_thing_to_a_provision() -> None:
    found = of(amending("a-1", "2021-01-01", ("dieu-7", "repeal", ""), ("dieu-7", "replace", "Điều 7. Mới")))
    assert [(one.record, one.other_record) for one in found.conflicts] == [("a-1", "a-1")]


def test_what_cannot_be_applied_is_reported_once_with_its_day() -> None:
    found = of(FIRST, amending("a-2", "2020-01-01", ("dieu-7", "replace", "Điều 7. Bảo mật\nMới.")), THIRD)
    assert [(one.record, one.amendment.at, one.fault.kind, str(one.on)) for one in found.failures] == [
        ("a-2", "dieu-7", FaultKind.REPEALED, "2020-01-01"),
        ("sua-doi-3", "dieu-9-khoan-1", FaultKind.MISSING, "2023-10-01"),
    ]
    assert [is_known for _, is_known, _ in known(found)] == [True, True, False, False]


def test_what_builds_on_an_amendment_that_binds_no_more_is_no_fault_of_its_own() -> None:
    found = of(replace(FIRST, expires_on=on("2022-12-31")), SECOND)
    assert found.failures == ()
    assert known(found)[-1] == ("2023-01-01", False, ("sua-doi-2",))


def test_an_amendment_takes_effect_between_two_days() -> None:
    assert effect(FIRST) == (day("2019-07-01"), day("2019-07-01"))
    assert effect(replace(FIRST, effective_on=on("2019-08"))) == (day("2019-08-01"), day("2019-08-31"))
    assert effect(replace(FIRST, effective_on=None)) == (day("2019-07-01"), date.max)
    assert effect(agreement(expires_on=on("2000"), effective_on=on("2010"))) == (date.max, date.max)


ANCHORS = tuple(one.anchor for one in SIGNED.walk())
_repeals = st.sampled_from(ANCHORS).map(lambda at: (at, "repeal", ""))
_inserts = st.sampled_from(
    [
        ("dieu-5a", "insert", "Điều 5a. Mới\n1. Một.\n2. Hai."),
        ("dieu-5b", "insert", "Điều 5b. Mới"),
        ("dieu-11", "insert", "Điều 11. Mới"),
        ("dieu-2-khoan-1a", "insert", "1a. Mới."),
        ("dieu-2-khoan-3", "insert", "3. Mới."),
        ("dieu-3-khoan-2-diem-c", "insert", "c) Mới."),
        ("chuong-4", "insert", "Chương IV\nMỚI\nĐiều 12. Mười hai"),
        ("phu-luc-1", "insert", "Phụ lục 1\nDANH MỤC\n1. Một."),
    ]
)
_replaces = st.sampled_from(
    [("dieu-1", "replace", "Điều 1. Mới"), ("dieu-5-khoan-2", "replace", "2. Mới."), ("dieu-99", "repeal", "")]
)


def records(*amends: st.SearchStrategy[tuple[str, str, str]]) -> st.SearchStrategy[list[Agreement]]:
    """Some records that amend the text, on days that may be known in part."""
    several = st.lists(st.one_of(*amends), min_size=1, max_size=3, unique_by=lambda one: one[0])
    one = st.tuples(several, st.one_of(st.none(), edtf_dates()), st.one_of(st.none(), edtf_dates()))
    return st.lists(one, max_size=4).map(
        lambda drawn: [
            amending(f"sua-doi-{number}", "2020", *some, signed_on=signed, effective_on=effective)
            for number, (some, signed, effective) in enumerate(drawn)
        ]
    )


@quick
@given(records(_repeals, _inserts, _replaces), st.randoms(use_true_random=False))
def test_the_order_of_files_and_of_what_they_say_does_not_matter(drawn: list[Agreement], random: Any) -> None:
    found = of(*drawn)
    shuffled = [replace(one, amends=tuple(random.sample(one.amends, len(one.amends)))) for one in drawn]
    random.shuffle(shuffled)
    other = of(*shuffled)
    assert other.versions == found.versions
    assert set(other.failures) == set(found.failures)


@quick
@given(records(_repeals, _inserts))
def test_repealing_and_inserting_moves_no_other_anchor(drawn: list[Agreement]) -> None:
    for version in of(*drawn).versions:
        if version.text is not None:
            anchors = [one.anchor for one in version.text.walk()]
            assert [one for one in anchors if one in ANCHORS] == list(ANCHORS)
            assert len(set(anchors)) == len(anchors)


@quick
@given(records(_repeals, _inserts, _replaces))
def test_versions_follow_each_other_without_a_gap_and_begin_with_the_signed_text(drawn: list[Agreement]) -> None:
    versions: Sequence[Any] = of(*drawn).versions
    assert (versions[0].first, versions[-1].last) == (date.min, date.max)
    for one, other in pairwise(versions):
        assert (other.first - one.last).days == 1
        assert (one.by, one.open) != (other.by, other.open)
    for one in versions:
        if not one.by and not one.open:
            assert one.text == SIGNED


def test_amendments_of_other_records_are_left_alone() -> None:
    other = replace(FIRST, amends=(Amendment("khac", "dieu-1", AmendmentKind.REPEAL),))
    assert known(of(other)) == [("0001-01-01", True, ())]
