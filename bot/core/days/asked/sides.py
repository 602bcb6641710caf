"""What is said around a day: its side of "en", or what somebody said or saw there."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.days.marks import DayToken
from bot.core.days.pieces import Piece

IT = frozenset("die dat that those".split())
_PERSONS = frozenset("ik k wij we hij ie zij ze je jij u men i you he she they".split())
_THAT = frozenset("dat of that".split())
_FINITE = frozenset("wil wilde wou kan moet mag zou ga zoek zoekt kom durf heb ben".split())
_SO = frozenset("nu dan daarom ik we wij".split())


@dataclass(frozen=True, slots=True)
class Sides:
    """The sides of "en" in a clause: "ik ben nooit geweest en wil donderdag komen"."""

    first: int
    last: int  # exclusive
    cuts: tuple[int, ...]  # where an "en" stands between two sides
    begins: tuple[int, ...]  # where what somebody said or saw may begin
    latest: tuple[Mapping[str, int], ...]  # of each side its words, and where each stands last

    def words_about(self, piece: Piece, tokens: tuple[DayToken, ...]) -> frozenset[str]:
        """The words of its side, or of what was said or seen: "ik las dat er vrijdag …"."""
        before, behind = bisect_left(self.cuts, piece.first), bisect_left(self.cuts, piece.last)
        first = self.cuts[before - 1] + 1 if before else self.first
        latest = self.latest[before]
        if before < behind:
            last = self.cuts[behind] if behind < len(self.cuts) else self.last
            latest = _latest(tokens, first, last)
        begin = self._begin(piece, first, tokens)
        if begin is None:
            return frozenset(latest)
        return frozenset(word for word, at in latest.items() if at >= begin)

    def _begin(self, piece: Piece, first: int, tokens: tuple[DayToken, ...]) -> int | None:
        """Where a clause of its own begins before a day: not at "dat ik vrijdag"."""
        index = bisect_left(self.begins, piece.first) - 1
        if index >= 0 and self.begins[index] == piece.first - 1:
            index -= tokens[piece.first - 1].word not in _THAT  # its verb is the day itself
        if index < 0 or self.begins[index] <= first:
            return None
        begin = self.begins[index]
        person = begin + 1 < piece.first and tokens[begin + 1].word in _PERSONS
        return None if person else begin


def sides_of(tokens: tuple[DayToken, ...], first: int, last: int) -> Sides:
    """The sides of the clause from the first token up to the last."""
    cuts = tuple(
        at
        for at in range(first + 1, last - 1)
        if tokens[at].mark == "&" and tokens[at + 1].word in _FINITE | _SO
    )
    edges = zip((first, *(at + 1 for at in cuts)), (*cuts, last), strict=True)
    return Sides(
        first=first,
        last=last,
        cuts=cuts,
        begins=tuple(at for at in range(first, last) if _begins(tokens, at, last)),
        latest=tuple(_latest(tokens, start, end) for start, end in edges),
    )


def _begins(tokens: tuple[DayToken, ...], at: int, last: int) -> bool:
    """Whether a clause of its own begins there: "dat er …", "mijn buurman die wil …"."""
    word = tokens[at].word
    return word in _THAT or (word in IT and at + 1 < last and tokens[at + 1].word in _FINITE)


def _latest(tokens: tuple[DayToken, ...], first: int, last: int) -> dict[str, int]:
    return {tokens[at].word: at for at in range(first, last)}
