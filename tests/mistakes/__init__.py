"""Mistakes that editors make, with the problem that each must be reported as.

Each module has a table of mistakes of one kind. ``test_mistakes`` makes each of them in a bulletin without problems,
and then makes the correction that the hint suggests.
"""
