"""The editors' desk on the agency's own machine: it serves the form, and is the host that the form writes to.

Everything that it knows is in the Git repository of the bulletin: what waits for review is a branch with a record.
"""
