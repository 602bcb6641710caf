"""The safety screen and what it says, before anything else is guessed."""
