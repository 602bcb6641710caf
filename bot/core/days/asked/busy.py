"""Whether a clause tells that someone has to work, or has an appointment elsewhere."""

from bot.core.days.marks import DayToken

_ENGAGED = frozenset(
    """
    werkt werken works working ziekenhuis dialyse fysio tandarts tentamen examen
    geopereerd operatie voorkomen zitting scan uitslag chemo bestraling begrafenis crematie
    uitvaart sollicitatiegesprek therapie reintegratie keuring oppassen bezet druk
    handen taalles visite hospital dentist zuukenhuus sikehus ziekenhoes
    """.split()
)
_JOB = frozenset("werk work stage".split())
_FOR_WORK = frozenset("mijn mn m'n me voor".split())  # "ik ben in Leeuwarden voor mijn werk"
_OFFICES = frozenset(
    """
    huisarts dokter psycholoog psychiater therapeut specialist gemeente wijkteam uwv ggz rechter
    rechtbank notaris advocaat politie bank cardioloog internist bedrijfsarts
    """.split()
)
_AT = frozenset("bij naar met voor".split())


def is_busy(tokens: tuple[DayToken, ...], first: int, last: int) -> bool:
    """Whether the tokens from the first up to the last tell of work or an appointment."""
    return any(_keeps(tokens, at, first) for at in range(first, last))


def _keeps(tokens: tuple[DayToken, ...], at: int, first: int) -> bool:
    word = tokens[at].word
    if word in _ENGAGED:
        return True
    if word in _JOB:
        return tokens[at - 1].word not in _FOR_WORK
    if word not in _OFFICES:
        return False
    before = tokens[max(first, at - 2) : at]  # "een gesprek bij de gemeente"
    return not _AT.isdisjoint(token.word for token in before)
