"""What else a team might pick to match messages to topics, each in a process of its own."""
