"""What leads to a deed, and how its end is told."""
