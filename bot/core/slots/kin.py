"""Where a message tells of somebody dear: "mijn broer", "een vriend van me", "pa"."""

from collections.abc import Iterator

from bot.core.slots.persons import Cast, Person

_ARTICLES = frozenset(
    "de een n het the a die deze als andere ander ook ben bin am word ik".split()
)
_ONE = frozenset("een n a ne unne".split())
_MET = frozenset("met mit mei die dat who with".split())
_DOES = frozenset(
    "is heeft drinkt gokt blowt zit zat gebruikt was had werd is's drinks gambles has zuipt zoop "
    "dronk snuift slikt spuit vergokt wedt blowde gokte gebruikte smokes uses hoort heb hef hat "
    "ligt komt slaapt eet snijdt hangt loopt wil kan gaat stopt wordt".split()
)
_NO_VERBS = frozenset("met dat het niet uit wat gezocht".split())
_IN = frozenset("in op".split())
_ABOUT = frozenset("over om van met voor".split())
SOMEONE = frozenset("iemand someone somebody ien ene".split())
LIVING = frozenset(
    "leef leven leeft woon woont wonen samenwonen samenwoont samenleven samenleeft getrouwd "
    "samen trouwd verloofd hou houd love loves relatie opgegroeid living live married".split()
)
_OF = frozenset("van fan of v".split())
_MINE = frozenset("mij me mijn mien mie ons oons ús mine mijne us".split())
_HAVE = frozenset("heb hebben have heeft met bij had hadden".split())
_NUMBERS = frozenset("2 3 4 twee drie vier two three".split())
# What the family calls one another, without "mijn": "de schulden van pa".
_CALLED = frozenset("pa ma pap mam papa mama pappa mamma opa oma heit mem moeders".split())
_AFTER_CALLED = frozenset("van om door met over bij naar om dat als want".split())


def kin_of(cast: Cast) -> tuple[int, ...]:
    """The positions of the words for people dear to somebody, in order."""
    return tuple(_kin(cast))


def _kin(cast: Cast) -> Iterator[int]:
    dear = cast.at[Person.RELATIVE] | cast.at[Person.CHILD]
    for at in range(len(cast.tokens)):
        if cast.word(at) in SOMEONE and _is_lived_with(cast, at):
            yield at
            continue
        if at in cast.at[Person.MY_KIN]:
            yield at
            continue
        owned = not cast.at[Person.OWN].isdisjoint((at - 1, at - 2))
        if at in dear:
            if owned or _is_told_of(cast, at):
                yield at
        elif at - 1 in cast.at[Person.OWN] and _is_name(cast, at):
            yield at


def _is_lived_with(cast: Cast, at: int) -> bool:
    """Whether "iemand" shares one's life: "leven met iemand die", "getrouwd met iemand"."""
    living = {cast.word(before) for before in range(at - 4, at - 1)}
    return cast.word(at - 1) in _MET and not living.isdisjoint(LIVING)


def _is_told_of(cast: Cast, at: int) -> bool:
    """Whether somebody dear is meant without "mijn": "broer gokt", "een dakloze broer die"."""
    before, after = cast.word(at - 1), cast.word(at + 1)
    if after in _DOES and before not in _ARTICLES and before != "of":
        return True
    if after in _OF and cast.word(at + 2) in _MINE:
        return True
    one = before in _ONE or (cast.word(at - 2) in _ONE and at - 1 not in cast.at[Person.OWN])
    if (one or not before) and after in _MET:
        return True
    if cast.begins_anew(at) and after.endswith("t") and after not in _NO_VERBS:
        return True  # "zoon dealt en gebruikt"
    if before in _ONE and after in _IN and cast.word(at - 2) in _ABOUT:
        return True
    if (before in _ONE or before in _NUMBERS) and cast.word(at - 2) in _HAVE:
        return True
    return cast.word(at) in _CALLED and before in _AFTER_CALLED and after not in ("en", "and")


def _is_name(cast: Cast, at: int) -> bool:
    """Whether a word after "ons" or "onze" is a name: "onze Sanne"."""
    if cast.word(at - 1) not in ("ons", "onze") or cast.begins_anew(at):
        return False
    return cast.text[cast.tokens[at].start].isupper()
