"""A change in the making: what words may mean, what is asked, how it will look."""
