"""Points: how much each feature of a message speaks for each label."""
