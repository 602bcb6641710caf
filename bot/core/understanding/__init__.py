"""What a message asks: its words, its slots, its topic, and how sure that is."""
