"""What the words around each day make of it: the first, the last, the one it is on again."""

import re
from dataclasses import dataclass, replace
from datetime import date

from bot.core.changes.cues import CUES, Cue, day_signs
from bot.core.changes.days import Days
from bot.core.changes.harmless import is_earlier_word
from bot.core.changes.signs import Row, Sign
from bot.core.days.reckoning import DAY, WEEK, monday_of

_FROM = re.compile(
    r" (?:vanaf|per|sinds|ingang van|ingang|voor het eerst(?: weer)?(?: op)?"
    r"|(?:gaat|gaan) in(?: op| per| vanaf)?|ingangsdatum(?: is| :)?|ingang(?: is| :)"
    r"|geldt(?: vanaf| per)?)(?: de)? $"
)
_FROM_DAY = re.compile(r" (?:vanaf|per|dicht|gesloten)(?: de)? D ")
_UNTIL = re.compile(r" (?:tm|tot|tot aan|t|tot en)(?: de)? $")
_TO_AFTER = re.compile(r" (?:tot|tm) na(?: de)? $")
AFTER = re.compile(r" (?:na|sinds)(?: de)? $")
_BUT = re.compile(r" (?:muv|(?<! er )(?<! ook )(?<! en )(?<! gaat )(?<! door )niet op)(?: de)? $")
# "Tot volgende week!" ends a message, not what it tells of.
_GOODBYE = re.compile(
    r"(?:^ |[.] (?:dus |hopelijk |graag |dan |en )?| (?:en|hopelijk|graag) )tot $"
)
_SELF_BACK = re.compile(r"^ (?:ben|is) [^ .,]+ er (?:zelf )?weer ")
_BECAUSE = re.compile(r" (?:ivm|want|vieren|viering|thema)(?: [^ .,]+){0,2} $")
_BACK_BEFORE = re.compile(
    r" (?:weer|daarna|terug|hervat\S*|heropen\S*|dan)(?: (?!dicht |gesloten |L )[^ .,]+){0,3} $"
)
_NEXT_BEFORE = re.compile(
    r" (?:volgende [^ .,]+|eerstvolgende [^ .,]+|eerste [^ .,]+)(?: [^ .,]+){0,3} $"
)
_BACK_AFTER = re.compile(r"^ (?:(?!D )[^ .,]+ ){0,6}(?:weer|hervat\S*|terug|heropen\S*|opnieuw) ")
_STILL_AFTER = re.compile(r"^ (?:[^ .,]+ ){0,3}(?:wel|gewoon|normaal)(?: |$)")
_STILL_BEFORE = re.compile(r" (?:wel|gewoon)(?: [^ .,]+){0,2} $")
_SIGN_UP = re.compile(
    r" (?:opgeven|aanmelden|aanmelding|afmelden|inschrijven|reserveren|appen|mailen|doorgeven"
    r"|weten)"
    r"(?: [^ .]+){0,4} (?:voor|tot|uiterlijk|op|vanaf|tm)(?: de| uiterlijk)? $"
)
_WEEK_OF = re.compile(r" week van(?: de)? $")
_SIGN_UP_BEHIND = re.compile(
    r"^ (?:graag )?(?:opgeven|aanmelden|inschrijven|reserveren|afmelden) "
)


@dataclass(slots=True)
class Roles:
    """The days of a row by what the words around them make of them."""

    plain: list[Days]
    begins: Days | None = None
    until: Days | None = None
    until_word: str = ""
    back: Days | None = None


def _is_goodbye(row: Row, at: int) -> bool:
    """Whether a day is only in a greeting: "Tot maandag!"."""
    before, after = row.before(at), row.after(at)
    if not re.match(r" (?:[.,)]|weer |allemaal |hoor |P |$)|$", after) or _FROM_DAY.search(before):
        return False
    cheerful = row.text[row.signs[at].end :].lstrip().startswith("!")
    return _GOODBYE.search(before) is not None or (
        cheerful and before.endswith((" , tot ", " . tot "))
    )


def _whole_week(days: Days, before: str, today: date) -> Days:
    """The week of a day, or two weeks: "de week van 14 december", "deze en volgende week"."""
    if days.frame == "week" and before.endswith(" deze en "):
        return replace(days, spans=((today, days.last),))
    if not (days.single and _WEEK_OF.search(before)):
        return days
    monday = monday_of(days.first)
    return replace(days, spans=((monday, monday + 6 * DAY),), weekdays=(None,), frame="week")


def find_roles(row: Row, taken: frozenset[int], today: date, *, off: bool, news: bool) -> Roles:
    """The days of a row in their roles; `taken` are signs that are the new day of something.

    `off` is whether something does not go on, `news` whether it is only told of.
    """
    roles = Roles(plain=[])
    signs = day_signs(row)
    named = any(not sign.whole and at not in taken for at, sign in signs)
    week = off and _week_of_group(row, signs)
    for at, sign in signs:
        if at in taken or sign.days is None or (sign.whole and named and not week):
            continue
        if not _is_aside(row, at, sign.days, several=len(signs) > 1, news=news):
            days = _whole_week(sign.days, row.before(at), today)
            if off and _is_back_or_on(row, at, days, roles):
                continue
            _take(row, at, days, roles, off=off)
    return roles


def _week_of_group(row: Row, signs: list[tuple[int, Sign]]) -> bool:
    """Whether a week is all that is named beside the day in a name: "zondagbrunch, deze week"."""
    others = [sign.days for _, sign in signs if not sign.whole and sign.days]
    one_week = len(others) == 1 and others[0].frame == "week"
    short = one_week and others[0].last - others[0].first < WEEK
    return short and _FROM_DAY.search(row.line) is None


def _is_aside(row: Row, at: int, days: Days, *, several: bool, news: bool) -> bool:
    """Whether a day is an exception, a reason, a date to sign up by, or in a greeting."""
    before, after = row.before(at), row.after(at)
    feast = days.frame == "feast" and _BECAUSE.search(before) is not None
    aside = feast or _BUT.search(before) is not None
    if several:
        self_back = news and _SELF_BACK.match(after) is not None
        deadline = before.endswith(" voor ") and _SIGN_UP_BEHIND.match(after) is not None
        aside = aside or is_earlier_word(row, at) or self_back or deadline
        aside = aside or _SIGN_UP.search(before) is not None
    return aside or _is_goodbye(row, at)


def _is_back_or_on(row: Row, at: int, days: Days, roles: Roles) -> bool:
    """Whether a day is that on which what is off begins again, or on which it is on as ever."""
    before, after = row.before(at), row.after(at)
    following = _NEXT_BEFORE.search(before) is not None
    if following and _is_one_day_off(row, roles):
        return True  # "10 december vervalt, volgende keer is 14 januari": only that day is off
    if following or _BACK_BEFORE.search(before) or _BACK_AFTER.match(after):
        if _goes_off(row, at):
            roles.plain.append(days)
        else:
            roles.back = roles.back or days
        return True
    return bool(_STILL_AFTER.match(after) or _STILL_BEFORE.search(before))


def _take(row: Row, at: int, days: Days, roles: Roles, *, off: bool) -> None:
    before = row.before(at)
    if _FROM.search(before) and (days.single or days.frame):
        roles.begins = roles.begins or days
    elif _TO_AFTER.search(before):
        roles.until, roles.until_word = roles.until or days, "na"
    elif match := _UNTIL.search(before):
        roles.until, roles.until_word = roles.until or days, match[0].split()[0]
    elif not (AFTER.search(before) and (days.frame or not off)):
        roles.plain.append(days)


def _is_one_day_off(row: Row, roles: Roles) -> bool:
    """Whether so far single days are named that are off, and nothing is closed or ended."""
    closed = CUES[Cue.CLOSED].search(row.line) or CUES[Cue.ENDED].search(row.line)
    return bool(roles.plain) and all(one.single for one in roles.plain) and not closed


def _goes_off(row: Row, at: int) -> bool:
    """Whether the word of being off stands nearer to a day than that of being on again."""
    after = row.after(at)
    off = min(
        (m.start() for c in (Cue.OFF, Cue.CLOSED) if (m := CUES[c].search(after))), default=99
    )
    on = re.search(r" (?:weer|terug|daarna) ", after)
    before = row.before(at)
    return off < (on.start() if on else 98) and not _BACK_BEFORE.search(before)


def chosen(roles: Roles, *, keep_frame: bool, off: bool) -> tuple[Days | None, tuple[date, ...]]:
    """The days meant among those named, and the others that may be meant."""
    plain = [one for one in roles.plain if not one.habit] or roles.plain
    plain = [one for one in plain if not one.past] or plain
    if (roles.begins or roles.until) and all(one.habit or one.is_bare for one in plain):
        return None, ()
    frames = [one for one in plain if one.frame]
    exact = [one for one in plain if not one.frame]
    stretches = frames + [one for one in exact if not one.single and not one.is_bare]
    if keep_frame and stretches:
        return stretches[0], ()
    if keep_frame and roles.until:
        return None, ()
    if roles.begins or roles.until:
        exact = [one for one in exact if not _inside(one, roles)]
        frames = [] if not exact else frames
    if exact:
        first, last = exact[0].first, exact[0].last
        others = [one for one in exact if (one.first, one.last) != (first, last)]
        others += [one for one in frames if off and (one.last < first or last < one.first)]
        return exact[0], tuple(one.first for one in others)
    if not frames:
        return None, ()
    others = [
        one for one in frames[1:] if one.first > frames[0].last or one.last < frames[0].first
    ]
    return frames[0], tuple(one.first for one in others)


def _inside(days: Days, roles: Roles) -> bool:
    begins = roles.begins.first if roles.begins else date.min
    until = roles.until.last if roles.until else date.max
    return begins <= days.first and days.last <= until
