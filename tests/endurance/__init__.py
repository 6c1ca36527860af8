"""Long random tests for rare faults: damaged inputs, kills, full disks, many edits in sequence.

They are commands (``make fuzz``, ``make walk-kill`` …), which CI does not run; ``test_endurance.py`` runs a few steps
of each, so that they keep working.
"""
