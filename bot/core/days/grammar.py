"""The grammar of dates: which rows of marks say a day, a stretch of days or a part of the day."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from bot.core.days.marks import DayToken
from bot.core.days.pieces import Piece, Scene
from bot.core.days.reckoning import SchoolHolidays
from bot.core.days.rules import feasts, month_days, near_days, parts_of_day, stretches

_Rule = tuple[str, Callable[[Scene], Piece | None]]

# The first that matches at a place wins, so the longer stands before the shorter.
_RULES: tuple[_Rule, ...] = (
    (r"G[gr]?[PSmEHWDKI](?!M)", parts_of_day.wish),
    (r"F", month_days.figures),
    (r"v?r?W?[NO][tf&vx][ra]?W?[NO]v?[My]Y?", month_days.days_of_month),
    (r"O[WDK][ivf]?r?(?:[My],?Y?|[ncd]?B)", month_days.nth),
    (r"rO[vi]r?[ncd]?B", month_days.nth),
    (r"O~v?r?[My]Y?", month_days.half_of_month),
    (r"[NO](?:[,&f]+[NO]){2,4}v?[My]Y?", month_days.listed_days),
    (r"r?[NO][vf]?r?[My](?:,?Y)?", month_days.day_of_month),
    (r"(?<!i)[My][NO](?:(?=[?.,C@fti&up])|$)(?:,?Y)?", month_days.day_of_month),
    (r"vr?O?H[&f]r?O?H", feasts.between_feasts),
    (r"[EKWID][x^A]r?O?H", feasts.beside_feast),
    (r"r[WI][>%]|r?[EKDP][>%]", feasts.beside_told),
    (r"Kvr?O?H", feasts.week_of),
    (r"\^r?O?H|pp?xr?O?H", feasts.before_feast),
    (r"O[f&]r?OH", feasts.both_days),
    (r"W,?rO(?![a-zA-Z#])|W,?rO(?=[upiaf&xs@C])", month_days.weekday_number),
    (r"v?rOt[ra]?O(?![a-zA-Z#])|v?rOt[ra]?O(?=[upiaf&xs@C])", month_days.numbers),
    (r"ar?O(?=[?.,@C]|$)|[rv]O(?=[?.,@Cupiaf&xs]|$)", month_days.day_number),
    (r"O?HY?", feasts.feast),
    (r"rOW(?![a-zA-Z])", month_days.nth),
    (r"og[DKB]fN|o@N[DKB]|[oi]N[DKB]|og[DKB]|[Ng][DKB]vj", near_days.ahead),
    (r"[Ng][DK]<", near_days.ago),
    (r"(?:vj[&t]|v?jt)[ra]*[Ww]", near_days.from_now_until),
    (r"(?:vj[&t]|v?jt)[ra]*O?H", feasts.from_now_until),
    (r"(?:vj[&t]|v?jt)[ra]*(?:[NO]v?r?[My]|F)", month_days.from_now_until),
    (r"(?:\^|px)r?(?:[NO]v?r?[My]|F)", month_days.before),
    (r"(?:\^|px)r?[WI]", near_days.before),
    (r"[cn][Ng][DKB]|cD", stretches.coming_days),
    (r"l[Ng]?D|l[Ng][KB]|lB", stretches.long_past),
    # not "zes weken vanaf 7 december"
    (r"(?<![Ng])K(?:v|(?<=rK)f)r?(?:W?[NO][My]|F|O(?=[?.,xtf&pi]|$))", stretches.week_of),
    (r"R?[bhz]?v?r?[ncdl]K|[bhz]v?r?K|Rv?r?K|(?<![WIDNOPB])[bhzR]?k", stretches.week),
    (r"K[nc](?=[?.,]|$)", stretches.week),
    (r"KN(?:[tf&]K?N)?(?![x@]?[DKBJ])", stretches.week_by_number),
    (r"Ev?(?:[NO][My]|F)", stretches.weekend_of),
    (r"\^r?E|pxr?E|xr?Exp|xr?Ep", stretches.before_weekend),
    (r"d[f&]r?[nc]K", stretches.two_weeks),
    (r"[ncdl]?E|eE", stretches.weekend),
    (r"[bhzR]?v?r?[ncd]B|[bhzR]v?r?B|[bhz]v?[My]Y?", stretches.month),
    (r"[nc]?M(?:,?Y)?|(?:[ncdv]|(?<=i))y(?:,?Y)?", stretches.month),
    (r"[Tm]tP", near_days.near),
    (r"TV?", near_days.near),
    (r"em", parts_of_day.noun),
    (r"sm|irm", parts_of_day.adverb),
    (r"mV?", near_days.tomorrow),
    (r"dD", near_days.today),
    (r"d[Pm]|vP", near_days.today),
    (r"[wZ](?:,?[wZ]){0,5}[tf&,][wZ]|[wZ]{3,6}", near_days.short_weekdays),
    (r"[wZq]tP", near_days.weekday),
    (r"W<|[ncdle]?(?:Wm?|I)|[nce][wZ]|aw|(?<=[Kk])[wZ]", near_days.weekday),
    (r"(?:[nc]|(?<=[nc]K))q(?=[?.,@CPSu]|$)", near_days.weekday),
    (r"w(?=@?C|P|S|sS|m|[NO][My])|Z(?=C|P|S|sS|[NO][My])|(?<![xu])q(?=P)", near_days.weekday),
    (r"[ls]?s?SV?|s[PS]V?", parts_of_day.adverb),
    (r"(?<=p)xrP", parts_of_day.meant_for),
    (r"ir?P|a?gXP|XP", parts_of_day.adverb),
    (r"lP", parts_of_day.past_part),
    (r"e?P", parts_of_day.noun),
    (r"A[UC]", parts_of_day.after_hour),
    (r"xC", parts_of_day.before_hour),
    (r"@?C", parts_of_day.clock),
    (r"Q|j(?=p)|(?<=p)j(?=[?.,]|$)", near_days.right_now),
)  # fmt: skip
# The name of a rule stands behind its form: so a rule is passed over by its first mark alone.
_GRAMMAR = re.compile("|".join(f"(?:{form})(?P<rule{n}>)" for n, (form, _) in enumerate(_RULES)))


def find_pieces(
    tokens: tuple[DayToken, ...], today: date, school: SchoolHolidays
) -> Iterator[Piece]:
    """All stretches of tokens that some rule reads, from left to right, none overlapping."""
    marks = "".join(token.mark for token in tokens)
    at = 0
    while match := _GRAMMAR.search(marks, at):
        found = tokens[match.start() : match.end()]
        rule = _RULES[int((match.lastgroup or "rule0")[4:])][1]
        piece = rule(Scene(found, today, school))
        at = match.end() if piece else match.start() + 1
        if piece:
            yield piece._replace(first=match.start(), last=match.end())
