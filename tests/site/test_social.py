"""The image of an article on social media."""

from msgspec.structs import replace

from bantin.domain.model import ImageFacts, ImageForm, Photo
from bantin.index import Directory
from bantin.site.social import preview_view, social_card
from bantin.site.views import PhotoView
from tests.index.contents import SITE, agreement, article, bulletin

PHOTO = Photo("content/media/a.jpg", "Lễ ký", facts=ImageFacts("content/media/a.jpg", 600, 400, ImageForm.PHOTO, "1"))


def directory(*, cards: bool = True) -> Directory:
    return bulletin(site=replace(SITE, social_cards=cards)).directory


def test_a_card_tells_what_was_signed_by_whom_and_when() -> None:
    card = social_card(article(agreement=agreement()), directory())
    assert card
    assert (card.name, card.title) == (SITE.title, article().title)
    assert card.parties.count(" – ") == 1


def test_a_card_has_another_address_when_it_says_something_else() -> None:
    one, other = (social_card(article(title=title), directory()) for title in ("Một", "Hai"))
    assert one
    assert other
    assert one.address != other.address
    assert one.address.startswith("bai-viet/2020/bai/card.1200.")


def test_a_photo_comes_before_a_card() -> None:
    shown = article(photos=(PHOTO,))
    assert social_card(shown, directory()) is None
    preview = preview_view(shown, directory())
    assert preview
    assert (preview.alt, preview.width, preview.height) == ("Lễ ký", 600, 400)


def test_a_card_is_the_preview_of_an_article() -> None:
    card = social_card(article(), directory())
    assert card
    assert preview_view(article(), directory()) == PhotoView(card.address, article().title, "", "", 1200, 630)
    assert preview_view(article(), directory(cards=False)) is None
