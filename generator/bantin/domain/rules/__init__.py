"""The rules of an agreement's life: when it is in force, what happened to it, when it is reviewed next."""
