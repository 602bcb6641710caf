"""Keeps a question that was not understood for the editors."""

from bot.core.deeds import KeepGap
from bot.core.happenings import GapKept, Happening
from bot.desk.act import Act
from bot.store.gaps import keep_gap


async def do_keep_gap(act: Act, deed: KeepGap) -> Happening:
    """Keeps its scrubbed words with the day; nothing of who asked, not in the trail either."""
    await keep_gap(act.inside, deed.words, act.now.date())
    return GapKept()
