"""Which of the days in a message are asked about, and which only come up in its story."""
