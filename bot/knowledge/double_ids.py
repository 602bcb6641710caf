"""Ids that stand twice in one file."""

from bot.knowledge.entry import Entry


def report_double(block: Entry, noun: str) -> None:
    """Reports that another one in the file has the id of this one; the noun is Dutch."""
    words = block.words("id")
    block.report.error(
        words.spot if words else block.spot,
        "dubbele-id",
        f"Er is al een {noun} met id ‘{block.text('id')}’ in dit bestand.",
        "Geef deze een eigen id.",
    )
