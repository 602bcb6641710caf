"""People who are named as the relatives of somebody with a trouble: "vrouwen van drinkers"."""

from collections.abc import Sequence

from bot.core.lexicon.phrases import Hit
from bot.core.slots.kin import LIVING
from bot.core.slots.persons import Cast, Person
from bot.core.slots.troubles import THEIRS, Story

_OF = frozenset("van of v fan".split())
_AS = frozenset("als as".split())
_ONE = frozenset("een n zon zo'n a an".split())
_HAVING = frozenset("met mit mei van with of".split())
_WITH = frozenset("met mit mei die with who".split())
_PLURAL = ("en", "s")
_SOON = 12  # words from the relatives to the trouble
_THAT = frozenset("met mit mei die dei dee dij dae with who that in op aan hebben".split())
_OR = frozenset("of en or and".split())
_TALKING = frozenset("over naast about beside".split())
_HAVE = frozenset("hebben heeft hebbe hubbe have has".split())
_FOLK = frozenset(
    "mensen mense meensen minsken luu luuj lui lu leu lotgenoten anderen people others iemand "
    "someone wie gezinnen gezin families familie omgaan leven leeft leef zitten zit opgroeien "
    "opgegroeid living live huwelijk relatie verkering getrouwd married".split()
)
_WHO = frozenset("die dei dee dij dae who".split())
_WHOSE = frozenset("wie wier wiens whose".split())  # "mensen van wie de partner gokt"
_OF_MINE = frozenset("van of fan mee mei along".split())
_HOME = ("thuis", "in huis", "in de familie", "in het gezin", "at home", "in the family")
_AS_KIN = frozenset("als as".split())
_MYSELF = frozenset("ik k ich we wij je mij ons i me us".split())
_AM = frozenset("ben bin zijn bent am are im".split())
_THE = frozenset("de die dat den the that".split())
# Also what anybody is, or a parent of somebody: "als vrouw", "ik ben de jongste".
_NOT_ALONE = frozenset(
    "man vrouw vent kerel kearl keerl kaerel wief vrouwe vint mann frau kind kinderen kindje "
    "jongen jongste oudste middelste puber tiener meisje meid kid child moeder moe moer mam mama "
    "ma vader vaar pap papa pa ouders opa oma heit mem mother mum mom father dad collega maat "
    "mon friend colleague vriend".split()
)
_FAMILY = frozenset("familie femilie famylje family fam gezin naasten".split())


def names_relatives(story: Story, themes: Sequence[Hit]) -> bool:
    """Whether those whom it is for are called relatives by whose they are."""
    cast = story.cast
    return (
        _is_kin_of_sufferer(cast, themes)
        or _is_theirs(story)
        or any(_names_such_kin(cast, hit.first, hit.last) for hit in themes)
        or any(_names_such_kin(cast, at, at) for at in cast.at[Person.SUFFERER])
        or _is_kin_of_kin(cast, themes)
        or any(_is_shared_life(cast, at) for at in cast.at[Person.SUFFERER])
        or any(_is_at_home(cast, at) for at in cast.at[Person.SUFFERER])
        or _is_of_such_kin(cast, themes)
    )


def speaks_as_kin(cast: Cast) -> bool:
    """Whether the writer speaks as a relative: "mag ik als zus", "wij zijn de familie"."""
    dear = (cast.at[Person.RELATIVE] | cast.at[Person.CHILD]) - cast.at[Person.PEOPLE]
    for at, token in enumerate(cast.tokens):
        before = {cast.word(at - 1), cast.word(at - 2), cast.word(at - 3)}
        if not (at in dear or token.word in _FAMILY) or cast.word(at + 1) in _OF_MINE:
            continue
        near = {cast.word(on) for on in range(at - 4, at + 4)}
        if cast.word(at - 1) in _AS_KIN and token.word not in _NOT_ALONE and near & _MYSELF:
            return True
        theirs = cast.word(at - 1) in THEIRS or cast.word(at - 1) == "die"
        known = theirs or (cast.word(at - 1) in _THE and token.word not in _NOT_ALONE)
        if known and cast.word(at - 2) in _AM and before & _MYSELF:
            return True
    return False


def _is_at_home(cast: Cast, at: int) -> bool:
    """Whether who has it is one of the house: "mensen met een drinker thuis"."""
    if cast.word(at - 1) in _ONE and cast.word(at - 2) == _HOME[0]:
        return True  # "we hebben thuis een gokker"
    after = " ".join(cast.word(on) for on in range(at + 1, at + 4))
    return cast.word(at - 1) in _ONE and after.startswith(_HOME)


def _is_of_such_kin(cast: Cast, themes: Sequence[Hit]) -> bool:
    """Whether it is for those who have kin with it: "lui met een man die drinkt"."""
    dear = cast.at[Person.RELATIVE] | cast.at[Person.CHILD]
    trouble = {hit.first for hit in themes} | cast.at[Person.BURDEN]
    for at in dear:
        end = at
        while cast.word(end + 1) in _OR and end + 2 in dear:
            end += 2
        whose = not _WHOSE.isdisjoint((cast.word(at - 2), cast.word(at - 1)))
        one = cast.word(at - 1) in _ONE and cast.word(end + 1) in _THAT
        such = one and _is_owned(cast, at - 2, end + 1)
        if not (whose or such):
            continue
        if any(end < on <= at + _SOON and cast.same_sentence(at, on) for on in trouble):
            return True
    return False


def _is_owned(cast: Cast, before: int, after: int) -> bool:
    """Whether people have such a one, or it is talked of: "mensen met", "praten over"."""
    if cast.word(before) in _TALKING or cast.word(before) in _MYSELF:
        return True
    if cast.word(before) in _WHO and before - 1 in cast.at[Person.PEOPLE]:
        return cast.word(after) in _HAVE
    folk = before - 1 in cast.at[Person.PEOPLE] or cast.word(before - 1) in _FOLK
    return cast.word(before) in _HAVING and folk


def _is_kin_of_sufferer(cast: Cast, themes: Sequence[Hit]) -> bool:
    """Whether kin are named after who has it: "vrouwen van drinkers", "moeder van een autist"."""
    kin = cast.at[Person.PEOPLE] | cast.at[Person.RELATIVE] | cast.at[Person.CHILD]
    having = cast.at[Person.SUFFERER] | {hit.first for hit in themes if _says_who(cast, hit)}
    for at in kin:
        if cast.word(at + 1) not in _OF:
            continue
        if not having.isdisjoint((at + 2, at + 3, at + 4)) or _is_of_folk(cast, at, themes):
            return True
    return False


def _is_of_folk(cast: Cast, at: int, themes: Sequence[Hit]) -> bool:
    """Whether it goes on with people who have it: "vrouwen van hulpverleners met ptss"."""
    many = at in cast.at[Person.PEOPLE] and cast.word(at + 2).endswith(_PLURAL)
    return (
        many
        and cast.word(at + 3) in _WITH
        and any(at + 3 < hit.first <= at + _SOON for hit in themes)
    )


def _names_such_kin(cast: Cast, first: int, last: int) -> bool:
    """Whether people are told by whom they have: "met een verslaafde vader", "zo'n zieke man"."""
    if last + 1 not in cast.at[Person.RELATIVE] | cast.at[Person.CHILD]:
        return False
    if cast.word(first - 1) not in _ONE:
        return False
    has = cast.word(first - 2) not in _MYSELF and cast.word(last + 2) in _HAVE
    return cast.word(first - 2) in _HAVING or has  # "die ook een bipolaire moeder hebben"


def _says_who(cast: Cast, hit: Hit) -> bool:
    """Whether a theme says what people are: "drinkende mannen", "verslaafde jongens"."""
    return hit.last + 1 in cast.at[Person.PEOPLE] | cast.at[Person.CHILD]


def _is_kin_of_kin(cast: Cast, themes: Sequence[Hit]) -> bool:
    """Whether kin are named after one who has it: "papa van een zoon met psychoses"."""
    dear = cast.at[Person.RELATIVE] | cast.at[Person.CHILD]
    return any(
        cast.word(at + 1) in _OF
        and cast.word(at + 2) in _ONE
        and at + 3 in dear
        and cast.word(at + 4) in _WITH
        and any(at + 4 < hit.first <= at + _SOON for hit in themes)
        for at in dear
    )


def _is_shared_life(cast: Cast, at: int) -> bool:
    """Whether one's life is shared with who has it: "tien jaar samen met een gokker"."""
    of = next((on for on in (at - 1, at - 2) if cast.word(on) in _WITH), None)
    near = () if of is None else (*range(of - 3, of), at + 1, at + 2)
    return not LIVING.isdisjoint(cast.word(on) for on in near)


def _is_theirs(story: Story) -> bool:
    """Whether the writer is called by whose they are: "als zijn vrouw"."""
    return any(
        story.cast.word(at - 1) in THEIRS and story.cast.word(at - 2) in _AS for at in story.kin
    )
