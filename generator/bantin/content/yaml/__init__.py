"""PARSE: YAML as a tree with the line and column of each value, and reports of what YAML would drop silently."""
