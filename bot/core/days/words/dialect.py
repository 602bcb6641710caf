"""Spells the parts of the day as dialects and hurried thumbs do: soaves, tsmorgens, 's merges."""

from itertools import product

from bot.core.model import Part

_STUCK = ("", "s", "ts", "des")  # of 's and des, written onto the word
_HEADS = {
    Part.EVENING: "aov oav aev eav aav auv eauv oov aoev ouv",
    Part.MORNING: "mor moar maor mar mer mur moer moor meur",
    Part.AFTERNOON: "mid middi midda mirr mirre merr med medde",
}
_TAILS = {
    Part.EVENING: "end ond nd en e ent ont",
    Part.MORNING: "gen ge gn hen en n re ren rege rges",
    Part.AFTERNOON: "dag deg dig ag eg ig g ei dach",
}
# Real words, and spellings that a weekday or a month may be meant by.
_OTHERWISE = frozenset(
    "sauvent sauven sauve smeren smeer smeerge smerig smart smaren smoren smedig".split()
)


def adverbs() -> dict[str, Part]:
    """Every spelling that says "in the evening", "in the morning": it begins or ends with an s."""
    found: dict[str, Part] = {}
    for part, heads in _HEADS.items():
        for stuck, head, tail in product(_STUCK, heads.split(), _TAILS[part].split()):
            grown = (head + tail + "s",) if part is not Part.MORNING or stuck else ()
            for word in (*grown, *((head + tail,) if stuck else ())):
                found.setdefault(stuck + word, part)
    return {word: part for word, part in found.items() if word not in _OTHERWISE}


def evenings() -> frozenset[str]:
    """Every spelling of the evening itself: "aovend", "oavend"."""
    heads, tails = _HEADS[Part.EVENING], _TAILS[Part.EVENING]
    return frozenset(head + tail for head, tail in product(heads.split(), tails.split()))
