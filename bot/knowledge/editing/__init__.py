"""What editing asks of the knowledge: its outline, drafts and the changes made in them."""
