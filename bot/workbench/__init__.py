"""A page for the people who keep the knowledge: edit, see what is wrong, try it, save it."""
