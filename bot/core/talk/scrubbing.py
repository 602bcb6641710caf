"""Takes out of a question whatever may point to one person; in doubt a word goes.

Only words that the bot knows from its own files stay, and names of towns. So a name, a street
or a number that nobody thought of goes too.
"""

import re

from bot.core.knowledge import Knowledge
from bot.core.lexicon.text import tokens_of
from bot.core.places.places import find_places
from bot.core.safety.personal import traces_of

GAP = "…"
_LONGEST = 300  # characters of a question that are looked at
_FEWEST = 2  # words that must be left, apart from towns
_LEFT_OUT = re.compile(rf"{GAP}(?:[\s,.;:!?]*{GAP})+")
_SENTENCE_ENDS = (".", "!", "?")
_BEFORE_A_NAME = frozenset(
    "heet heette naam namens meneer mevrouw mevr mw dhr heer juf dokter dr begeleider "
    "begeleidster psycholoog psychiater tante oom vriend vriendin buurman buurvrouw zoon "
    "dochter broer zus name called mr mrs ms".split()
)
_LINKS = frozenset("is mijn van de der den me my".split())
_STREET = re.compile(
    r".{2,}(?:straat|laan|weg|plein|kade|dijk|singel|gracht|hof|steeg|dreef|park|plantsoen)$"
)
# Small words that are nobody's name; in small letters they stay where a name may stand, too.
_NOBODYS = frozenset(
    "de het een t n k ik je jij hij zij ze we wij jullie hen hun hem haar ie u er hier daar "
    "deze die dit dat wat wie waar wanneer hoe welke en of maar want omdat als toen dan dus "
    "ook niet niks nie wel nog meer even effe ff weer met bij van voor naar in op aan uit om "
    "over door tot te zonder tegen onder tussen is was zijn wordt heeft hebben heb had kan "
    "kunnen kunt moet moeten mag mogen gaat gaan komt komen doet doen zit zitten woont zegt "
    "krijgt iemand niemand zo'n mn m'n zn z'n d'r da wa i i'm i've it's the a and or but who "
    "that this with for to from don't has have not she he they his her".split()
)
_JOINS = frozenset("en of and or".split())  # another name may follow
_DAY = re.compile(
    r"(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:en|s)?"
    r"(?:ochtend|morgen|middag|avond|nacht)?(?:en|s)?"
)
# The names that are given most; some stand in made-up examples and so would be known words.
GIVEN_NAMES = frozenset(
    "jan piet kees klaas henk hans peter paul mark marc erik eric rob robert john johan johannes "
    "willem wim gerrit jaap bert bart bas tom tim thomas sander stefan jeroen martijn michel "
    "richard ronald marcel frank ruud theo ton tony harry arie cor dirk koen daan sem luuk lucas "
    "levi noah finn milan mohamed mohammed ahmed ali hassan omar yusuf mehmet mustafa anna anne "
    "annie maria marie mieke marijke els elly ellen ineke inge ingrid joke karin kim linda lisa "
    "laura lotte marloes monique nicole petra sandra sanne saskia sophie sofie emma julia tess "
    "eva eline esther wilma willy truus greet corrie fatima aisha samira naima yasmina bianca "
    "bram roos fleur iris noor merel femke loes mies ria rita tineke wendy yvonne rachid "
    "karim".split()
)
_NAME_FOLLOWS = _BEFORE_A_NAME | GIVEN_NAMES


def scrubbed(text: str, known: Knowledge) -> str:
    """The question with … for what was taken out; empty where too little is left."""
    text = text[:_LONGEST]
    for trace in traces_of(text):
        text = text.replace(trace.found, f" {GAP} ")
    towns = {word for one in find_places(text, known.gazetteer)
             for word in text[one.start : one.end].split()}  # fmt: skip
    kept: list[str] = []
    told, begins, named = 0, True, False
    for word in text.split():
        bare = word.strip(".,;:!?()[]\"'‘’“”").casefold()
        town = bare.replace("-", "").isalpha() and word.strip(".,;:!?()") in towns and not named
        nobodys = (bare in _NOBODYS or _DAY.fullmatch(bare)) and (not named or word.islower())
        if town or nobodys or (not named and _may_stay(word, bare, known, begins=begins)):
            kept.append(word)
            told += not town
        else:
            kept.append(GAP)
        named = bare in _NAME_FOLLOWS or (named and bare in _LINKS | _JOINS)
        begins = word.endswith(_SENTENCE_ENDS)
    return _LEFT_OUT.sub(GAP, " ".join(kept)) if told >= _FEWEST else ""


def _may_stay(word: str, bare: str, known: Knowledge, *, begins: bool) -> bool:
    """Whether a word is one of everybody's: known, without a digit, and not written as a name."""
    if not bare.replace("-", "").isalpha() or bare in GIVEN_NAMES or _STREET.match(bare):
        return False
    if word.strip("([\"'‘“")[:1].isupper() and not begins:
        return False
    tokens = tokens_of(bare)
    everyday = known.gazetteer.familiar
    return bool(tokens) and all(
        one.word in everyday or known.brain.speller.knows(one.stem) for one in tokens
    )
