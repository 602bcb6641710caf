"""What residents may follow, which changes that is about, and when they are told."""
