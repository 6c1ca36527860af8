"""Names: agencies and people in running text, and those that the bulletin knows already."""
