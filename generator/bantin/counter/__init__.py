"""The visitor counter: a small service beside a static site. It knows nothing of the builder."""
