"""Words: a text cut into tokens, and the phrases of the knowledge found among them."""
