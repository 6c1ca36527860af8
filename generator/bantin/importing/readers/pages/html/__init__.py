"""HTML of old portals: bytes → a tree, what of it is the article, and the blocks of that."""
