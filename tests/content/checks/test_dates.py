"""VALIDATE: contradicting dates are reported; consistent ones, however vague, are not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.content.checks.dates import check_dates
from bantin.content.yaml.parser import Step
from bantin.domain.model import Agreement, Article, Event, EventKind, Outline, Party, Position, Review
from bantin.domain.problems import Severity
from bantin.domain.text.dates import Edtf, Moment
from tests.content.readings import ARTICLE, SIGNED, ZONE, article, file_of, read_article, told
from tests.content.strategies import bounded

ALL_KNOWN = "published: 2020-06-01\nupdated: 2020-06-02T08:00+07:00\nexpires: 2030-01-01\n"


def told_of(more: str, before: str = "published: 2020-06-01\n", path: str = ARTICLE) -> list[str]:
    return told(read_article(file_of(before + SIGNED + more), path).problems)


@pytest.mark.parametrize(
    "more",
    [
        "",
        "  signed_on: 2020-06-01\n",
        "  signed_on: 2020\n",
        "  signed_on: 2020-06\n",
        "  signed_on: XXXX-12-31\n",
        "  signed_on: 2020-05-31?\n",
        "  signed_on: 2020\n  effective_on: 2020-01-01\n",
        "  signed_on: 2020-05\n  effective_on: 2020-05-01\n",
        "  signed_on: 2020-05-01\n  effective_on: 2020-05-01\n  expires_on: 2020-05-01\n",
        "  signed_on: 2020-05-01\n  effective_on: 2020\n  expires_on: 2020\n",
        "  signed_on: 2020-05-01\n  expires_on: indefinite\n",
        "  signed_on: 2020-05-01\n  expires_on: XXXX-01\n",
        "  signed_on: 2020-05-01\n  events: [{kind: signed, on: 2019-01-01}]\n",
        "  signed_on: 2020-05-01\n  events: [{kind: amended, on: 2020}, {kind: reviewed}]\n",
        "  events: [{kind: suspended, on: 2020-05-02, until: 2020-05-02}]\n",
        "  expires_on: 2021\n  events: [{kind: extended, on: 2022, until: 2022}]\n",
        "  expires_on: 2021\n  events: [{kind: suspended, on: 2020, until: 2020}]\n",
        "  signed_on: 1900-01-01\n  expires_on: 2200-12-31\n",
        "  review: {next: 1950}\n",
    ],
)
def test_dates_that_can_all_be_true_are_left_alone(more: str) -> None:
    assert told_of(more) == []


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ("  signed_on: 2020-06-02\n", "2:12+10 dates-out-of-order"),
        ("  signed_on: 2021\n", "2:12+10 dates-out-of-order"),
        ("  signed_on: 2020-05-02\n  effective_on: 2020-05-01\n", "9:17+10 dates-out-of-order"),
        ("  signed_on: 2020-05\n  effective_on: 2020-04\n", "9:17+7 dates-out-of-order"),
        ("  signed_on: 2020-05-02\n  expires_on: 2019\n", "9:15+4 dates-out-of-order"),
        ("  effective_on: 2020-05-02\n  expires_on: 2020-05-01\n", "9:15+10 dates-out-of-order"),
        ("  signed_on: 2020-05-02\n  events: [{kind: effective, on: 2020-05-01}]\n", "9:34+10 dates-out-of-order"),
        ("  signed_on: 2020-05-02\n  events:\n    - {kind: amended, on: 2019}\n", "10:27+4 dates-out-of-order"),
        ("  events: [{kind: suspended, on: 2020-05-02, until: 2020-05-01}]\n", "8:53+10 dates-out-of-order"),
        ("  expires_on: 2021\n  events: [{kind: extended, on: 2020, until: 2020-12}]\n", "9:46+7 dates-out-of-order"),
    ],
)
def test_a_date_before_what_it_follows_is_reported(more: str, problem: str) -> None:
    assert told_of(more) == [problem]


def test_an_article_is_not_updated_before_it_is_published() -> None:
    before = "published: 2020-06-01\nupdated: 2020-05-31T16:00Z\n"
    assert told_of("", before) == ["3:10+17 dates-out-of-order"]
    assert told_of("", before.replace("16:00Z", "17:00Z")) == []


@pytest.mark.parametrize(
    ("before", "codes"),
    [
        ("published: 2020-06-02\nexpires: 2020-06-01\n", ["3:10+10 dates-out-of-order"]),
        ("published: 2020-06-02\nexpires: 2020-06-02\n", []),
        ("embargo: 2020-06-02T10:00+07:00\nexpires: 2020-06-01\n", ["3:10+10 dates-out-of-order"]),
        ("embargo: 2020-06-02T10:00+07:00\nexpires: 2020-06-02\n", []),
        ("published: 2020-06-02T10:00+07:00\nexpires: 2020-06-02T09:00+07:00\n", ["3:10+22 dates-out-of-order"]),
        ("published: 2020-06-02T10:00+07:00\nexpires: 2020-06-02T10:30+07:00\n", []),
    ],
)
def test_an_article_does_not_expire_before_it_is_public(before: str, codes: list[str]) -> None:
    assert told_of("", before) == codes


@pytest.mark.parametrize(
    ("party", "codes"),
    [
        ("{agency: co-quan-b, effective_on: 2020-04-30}", ["6:58+10 dates-out-of-order"]),
        ("{agency: co-quan-b, effective_on: 2020-05-01}", []),
        ("{agency: co-quan-b, signed_on: 2020-05-03, effective_on: 2020-05-02}", ["6:81+10 dates-out-of-order"]),
        ("{agency: co-quan-b, signed_on: 2020-04-01, effective_on: 2020-04-02}", []),
    ],
)
def test_a_partys_own_dates_follow_its_own_signing(party: str, codes: list[str]) -> None:
    front = SIGNED.replace("co-quan-b]", f"{party}]") + "  signed_on: 2020-05-01\n"
    assert told(read_article(file_of("published: 2020-06-01\n" + front)).problems) == codes


@pytest.mark.parametrize(
    ("before", "more", "problem"),
    [
        ("published: 2020-06-01\n", "  signed_on: 1899\n", "8:14+4 date-out-of-range"),
        ("published: 2020-06-01\n", "  effective_on: 2201-01-01\n", "8:17+10 date-out-of-range"),
        ("published: 2020-06-01\n", "  expires_on: 9999\n", "8:15+4 date-out-of-range"),
        ("published: 2020-06-01\n", "  review: {next: 2999}\n", "8:18+4 date-out-of-range"),
        ("published: 2020-06-01\n", "  events: [{kind: amended, on: 0001}]\n", "8:32+4 date-out-of-range"),
        ("published: 2020-06-01\n", "  events: [{kind: suspended, until: 2201}]\n", "8:37+4 date-out-of-range"),
        ("published: 2020-06-01\nexpires: 2201\n", "", "3:10+4 date-out-of-range"),
        ("updated: 1899-01-01T08:00+07:00\n", "", "2:10+22 date-out-of-range"),
    ],
)
def test_a_year_that_nobody_can_mean_is_reported(before: str, more: str, problem: str) -> None:
    assert told_of(more, before) == [problem]


def test_a_partys_dates_have_the_same_range() -> None:
    front = SIGNED.replace("co-quan-b]", "{agency: co-quan-b, signed_on: 1012, effective_on: 3012}]")
    assert told(read_article(file_of(front)).problems) == [
        "5:55+4 date-out-of-range",
        "5:75+4 date-out-of-range",
    ]


@pytest.mark.parametrize("folder", ["2021", "undated"])
def test_an_article_in_another_years_folder_is_warned_of(folder: str) -> None:
    path = f"content/articles/{folder}/bai.md"
    reading = read_article(file_of("title: Bài\npublished: 2020\n"), path)
    assert told(reading.problems) == ["3:12+4 other-year"]
    (problem,) = (problem for problem in reading.problems if problem.code == "other-year")
    assert dict(problem.values) == {"folder": folder, "year": "2020"}
    assert problem.severity is Severity.WARNING


@pytest.mark.parametrize("published", ["", "published: XXXX-06-01\n"])
@pytest.mark.parametrize("folder", ["2020", "undated"])
def test_an_article_of_an_unknown_year_may_lie_anywhere(published: str, folder: str) -> None:
    assert article(f"title: Bài\n{published}", path=f"content/articles/{folder}/bai.md").title == "Bài"


def test_the_year_of_publication_is_the_one_of_the_sites_time_zone() -> None:
    reading = read_article(file_of("title: Bài\npublished: 2019-12-31T17:00Z\n"))
    assert told(reading.problems) == []


def dated(days: list[date]) -> Article:
    """An article whose dates are ``days``, in the order in which things happen."""
    signed, effective, amended, published, updated, expires = (Edtf.of(day) for day in days)
    return Article(
        ARTICLE,
        "bai",
        published.year,
        "Bài",
        Outline(),
        published=Moment(published),
        updated=Moment.parse(f"{updated}T12:00Z", ZONE).instant,
        expires=Moment(expires),
        agreement=Agreement(
            "bai",
            "quy-che",
            (Party("a", signed_on=signed, effective_on=effective), Party("b", effective_on=effective)),
            ("an-ninh",),
            signed_on=signed,
            effective_on=effective,
            expires_on=expires,
            review=Review(next=expires),
            events=(Event(EventKind.SIGNED, signed), Event(EventKind.AMENDED, amended)),
        ),
    )


def here(_steps: tuple[Step, ...]) -> Position:
    return Position(1, 1)


six_days = st.lists(st.dates(date(1900, 1, 2), date(2200, 12, 30)), min_size=6, max_size=6)


@bounded
@given(six_days.map(sorted))
def test_days_in_their_order_are_never_reported(days: list[date]) -> None:
    assert list(check_dates(dated(days), here)) == []


@bounded
@given(six_days.filter(lambda days: days[1] < days[0]))
def test_an_effect_before_the_signing_is_always_reported(days: list[date]) -> None:
    found = [problem for problem in check_dates(dated(days), here) if problem.code == "dates-out-of-order"]
    assert ("agreement.effective_on", "agreement.signed_on") in [
        (dict(problem.values)["later"], dict(problem.values)["earlier"]) for problem in found
    ]


@bounded
@given(six_days.map(sorted), st.sets(st.integers(0, 5)))
def test_knowing_less_of_a_date_never_makes_it_wrong(days: list[date], vague: set[int]) -> None:
    article = dated(days)
    agreement = article.agreement
    assert agreement is not None
    known = [Edtf(day.year) if number in vague else Edtf.of(day) for number, day in enumerate(days)]
    front = (
        f"published: {known[3]}\n{SIGNED}"
        f"  signed_on: {known[0]}\n  effective_on: {known[1]}\n  expires_on: {known[5]}\n"
        f"  events: [{{kind: amended, on: {known[2]}}}]\n"
    )
    reading = read_article(file_of(front), f"content/articles/{days[3].year}/bai.md")
    assert told(reading.problems) == []
