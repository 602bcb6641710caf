"""The words that say a day or a part of the day, however they are spelt, and what each says."""
