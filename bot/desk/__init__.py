"""The shell that performs the deeds of a decision on the store."""
