"""Reports: what an import took, guessed, left out and did not understand, as text, JSON and a page to read."""
