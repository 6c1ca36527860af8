"""Vietnamese text: folding, slugs, order, dates, numbers, encodings. Pure functions over strings."""
