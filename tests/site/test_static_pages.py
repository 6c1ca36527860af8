"""Static pages."""

from bantin.site.views import LinkView, StaticView
from tests.index.contents import bulletin, page, when
from tests.site.plans import pages_of, view_at


def test_a_static_page_shows_what_it_says() -> None:
    one = page(title="Giới thiệu", lead="Về chúng tôi.", updated=when("2020-06-07T08:00:00+07:00").instant)
    made = bulletin(one)
    view = view_at(made, "gioi-thieu/", StaticView)
    assert (view.title, view.lead, view.description, view.html) == (
        "Giới thiệu",
        "Về chúng tôi.",
        "Về chúng tôi.",
        "<p>Trang.</p>",
    )
    assert view.crumbs == (LinkView("Trang chủ", ""),)
    assert pages_of(made)["gioi-thieu/"].changed == "2020-06-07T08:00:00+07:00"
