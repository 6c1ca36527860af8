"""The view that all pages share."""

from dataclasses import dataclass

from generator.errors import Language
from generator.pages.views.parts import LinkView


@dataclass(frozen=True)
class SiteView:
    """What all pages share. ``assets`` are the theme's static files: name → address with a digest in it."""

    title: str
    base_url: str
    language: Language
    description: str
    publisher: str
    license: str
    address: str
    phone: str
    email: str
    menu: tuple[LinkView, ...]
    links: tuple[LinkView, ...]
    footer: tuple[LinkView, ...]
    atom: str
    rss: str
    generator: str
    assets: dict[str, str]
