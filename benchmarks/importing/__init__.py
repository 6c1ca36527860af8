"""How much of what sources say ``bantin import`` finds, whether it invents anything, and how long it takes.

The sources are made from signings with invented people, so that what each of them says is known.
"""
