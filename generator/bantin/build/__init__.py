"""BUILD: the stages in their order, and the ways round them when little or nothing has changed."""
