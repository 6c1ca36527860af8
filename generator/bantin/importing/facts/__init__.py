"""Facts: what material says of news and agreements, each with the words that it rests on. Pure functions."""
