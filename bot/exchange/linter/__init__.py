"""Looks at imported records for what people should see, and proposes how to mend it."""
