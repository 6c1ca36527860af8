"""What a site lets its pages load."""

from generator.serving.needs import policy


def test_everything_comes_from_the_site_itself() -> None:
    assert policy(search=False).startswith("default-src 'self'; object-src 'none';")
    assert policy(search=True).startswith("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src")


def test_comments_from_elsewhere_are_let_in_and_nothing_else() -> None:
    told = policy(search=False, guest="https://giscus.app")
    rules = dict(rule.split(" ", 1) for rule in told.split("; "))
    guests = {name for name, value in rules.items() if "giscus.app" in value}
    assert guests == {"script-src", "style-src", "img-src", "connect-src", "frame-src"}
    assert rules["default-src"] == "'self'"
    assert "unsafe" not in told
