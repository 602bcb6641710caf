"""Answers: one module for each sort of question that is answered from the programme."""
