"""The words and rules of the field: problems, Vietnamese text, agreements, and when they are in force."""
