"""Parents in a message: who they are, whose trouble it is, and what they are only by the way."""

from collections.abc import Sequence

from bot.core.lexicon.phrases import Hit
from bot.core.slots.persons import Cast, Person
from bot.core.slots.troubles import Story

_OF = frozenset("van of v fan".split())
_WHOM = frozenset("wie whom".split())
_WHOSE = frozenset("waarvan wiens wier whose".split())
_WHO = frozenset("die dei dee dij who".split())
_COUNTED = frozenset("twee drie vier vijf kleine jonge mijn onze two three four small".split())
_SELF = frozenset("zelf zolf zelluf sels eigen themselves".split())
_TOO = _SELF | {"ook", "too"}
_AT_HOME = frozenset("iemand thuis zo zon someone home".split())
_ME = frozenset("mij ons mezelf míj me".split())
_THE = frozenset("de the".split())
_AM = frozenset("ben zijn bin am are".split())
_ONE = frozenset("een n zon zo'n a an".split())
_PARENT = frozenset("vader moeder ouder ouders pa ma papa mama father mother parent".split())
_I_AM = frozenset("ben zijn als bin am as".split())
_ABOUT = frozenset("over rond rondom about on".split())
_HAVE_IT = "KOPP"
_WITH = frozenset("met with mei mit".split())


def names_children(cast: Cast, hit: Hit) -> bool:
    """Whether the children are named after their parents: "parents of teens"."""
    if not _WHOSE.isdisjoint((cast.word(hit.last), cast.word(hit.last + 1))):
        return True  # "vaders waarvan het kind"
    of = next((at for at in (hit.last, hit.last + 1) if cast.word(at) in _OF), None)
    children = cast.at[Person.PEOPLE] | cast.at[Person.CHILD]
    if of is None:
        return False
    if cast.word(of + 1) in _WHOM:
        return not children.isdisjoint(range(of + 2, of + 4))  # "ouders van wie een kind"
    adjective = cast.word(of + 1) not in _COUNTED and not cast.word(of + 1).isdigit()
    return of + 1 in children or (adjective and of + 2 in children)


def wants_parents(
    story: Story, parents: Sequence[Hit], trouble: Sequence[Hit], theirs: bool
) -> bool:
    """Whether parents who are named seek support for the trouble of a child."""
    if have_it(story.cast, parents, trouble):
        return False
    if theirs and not story.is_of_birth():
        return True
    if any(one.first == hit.first for one in parents for hit in trouble):
        return False  # "wijnmoeders"
    named_so = any(
        hit.first - one.last in (1, 2)
        and (hit.first - one.last == 1 or story.cast.word(one.last + 1) in _ABOUT)
        and story.cast.word(one.first) != "als"
        and not story.cast.begins_anew(hit.first)
        and _AM.isdisjoint(story.cast.word(at) for at in range(one.first - 3, one.last + 1))
        and story.cast.word(one.last) not in _WITH
        for one in parents
        for hit in trouble
    )
    return named_so and not story.is_of_birth()  # "de ouderavond autisme"


def speak_of_a_child(cast: Cast, parents: Sequence[Hit]) -> bool:
    """Whether who speaks is somebody's parent: "voor mij als moeder", "ik ben de vader"."""
    return any(
        (cast.word(hit.first) == "als" and cast.word(hit.first - 1) in _ME)
        or (cast.word(hit.last - 1) in _THE and cast.word(hit.last - 2) in _AM)
        for hit in parents
    )


def have_it(cast: Cast, parents: Sequence[Hit], trouble: Sequence[Hit]) -> bool:
    """Whether parents themselves have the trouble: "ouders met een depressie"."""
    if any(hit.phrase.startswith(_HAVE_IT) for hit in parents):
        return True
    last = {one.last for one in parents}
    who = [hit.first - 1 for hit in trouble if cast.word(hit.first - 1) in _WHO]
    if any(last & {at, at - 1} for at in who):
        return True  # "ouders die droog staan"
    told = bool(cast.at[Person.CHILD])
    if any(_says_too(cast, hit.last, _SELF if told else _TOO) for hit in parents):
        return True
    if told:
        return False
    if any(
        hit.last + 1 in range(one.first, one.last + 1) and cast.word(hit.first - 1) not in _OF
        for one in parents
        for hit in trouble
        if hit.first < one.first or hit.last < one.last
    ):
        return True  # "overbelaste moeders"
    words = [token.word for token in cast.tokens]
    after = {word for hit in parents for word in words[hit.first + 1 : hit.last + 2]}
    does = any(words[hit.first - 1] in _WHO for hit in trouble if hit.first)  # "dads who gamble"
    return bool(after & _WITH) or (does and not after.isdisjoint(_WHO))


def _says_too(cast: Cast, last: int, too: frozenset[str]) -> bool:
    """Whether it goes on with "… die het ook hebben", "… die zelf een depressie hebben"."""
    for at in range(last, last + 5):
        if cast.word(at) in _WHO:
            words = {cast.word(ahead) for ahead in range(at + 1, at + 4)}
            return not words.isdisjoint(too) and words.isdisjoint(_AT_HOME)
    return False


def speaks_as_parent(cast: Cast) -> bool:
    """Whether the writer is somebody's parent: "ik ben de vader van een", "als moeder van een"."""
    return any(
        token.word in _PARENT
        and cast.word(at + 1) in _OF
        and cast.word(at + 2) in _ONE
        and (at == 0 or not _I_AM.isdisjoint((cast.word(at - 1), cast.word(at - 2))))
        for at, token in enumerate(cast.tokens)
    )
