"""Mistakes that editors make, and what they are told of each: none passes in silence.

Each module holds the mistakes of one kind as a table; ``test_mistakes`` makes every one of them in a bulletin that has
no problem, and types what the hint says.
"""
