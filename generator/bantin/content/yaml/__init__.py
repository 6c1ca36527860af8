"""PARSE: YAML as a tree that knows the line and column of each value, and what YAML would take away in silence."""
