"""The conversation: from a message to what is said and remembered."""
