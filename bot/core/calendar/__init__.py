"""The Dutch calendar: days, clock times and holidays by the names people use."""
