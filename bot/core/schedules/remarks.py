"""Remarks on some of the days of a schedule: "3e week open voor naasten"."""

from bot.core.schedules.clauses import Clause
from bot.core.schedules.draft import Draft
from bot.core.schedules.items import DayPhrase, RankOnly, Remark
from bot.core.schedules.token import T, Tokens, kind_at


def remark_end(draft: Draft, clause: Clause, ts: Tokens) -> int:
    """Where a remark on ranked days ends ("3e week open voor naasten"), or 0 where none is."""
    item = clause.item
    ranked = (isinstance(item, RankOnly) and (item.weeks or item.of_month)) or (
        isinstance(item, DayPhrase) and all(days.ranks for days in item.days)
    )
    if not ranked or not draft.is_complete:
        return 0
    if kind_at(ts, clause.end) not in (T.WORD, T.BEFORE, T.ALSO, T.AT, T.COLON):
        return 0
    end = clause.end
    while end < len(ts) and ts[end].kind not in (T.COMMA, T.STOP, T.CLOSE):
        if ts[end].kind in (T.CLOCK, T.DAY):
            return 0
        end += 1
    words = [ts[k] for k in range(clause.end, end) if ts[k].kind in (T.WORD, T.BEFORE)]
    return end if words else 0


def read_remark(clause: Clause, end: int, ts: Tokens, text: str) -> Remark:
    """The remark that ends there: on which of the days it holds, and its words."""
    item = clause.item
    ranks: tuple[int, ...] = ()
    if isinstance(item, RankOnly):
        ranks = item.ranks
    elif isinstance(item, DayPhrase):
        ranks = item.days[0].ranks
    words = text[ts[clause.end].start : ts[end - 1].end].strip(" :")
    return Remark(ranks=ranks, text=words)
