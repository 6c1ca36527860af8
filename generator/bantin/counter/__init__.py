"""The visitor counter: a small service next to a static site. It is independent of the builder."""
