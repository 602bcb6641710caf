"""What people hide in the names and notes of a feed: dates, weeks, and what is different then."""
