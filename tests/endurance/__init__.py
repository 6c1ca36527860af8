"""Long walks that look for what tests of an hour cannot find: damaged inputs, kills, full disks, edit after edit.

They are commands (``make fuzz``, ``make walk-kill`` …), which CI does not run; ``test_endurance.py`` takes a few steps
of each, so that they work when they are needed.
"""
