"""Reads how often what was asked, for whoever may know."""

from bot.core.figures import periods_of
from bot.core.happenings import FiguresRead, Happening, NotAllowed
from bot.core.roles import Action, may
from bot.desk.act import Act
from bot.store.tally import fetch_figures


async def do_read_figures(act: Act) -> Happening:
    """The counts of this week, from ten up."""
    if not may(act.person, Action.READ_FIGURES):
        return NotAllowed()
    day = act.now.date()
    return FiguresRead(figures=await fetch_figures(act.inside, periods_of(day)), day=day)
