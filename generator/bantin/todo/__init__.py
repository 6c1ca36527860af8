"""What is to be done in a bulletin: drafts, missing texts, deadlines, reviews, dead links."""
