"""The rules of time: when an agreement is in force, what became of it, when it is reviewed next."""
