"""Asks an editor on a terminal, one by one, which proposals of a source are taken over."""

from collections.abc import Callable, Sequence

from bot.exchange.offers import Offer

Ask = Callable[[str], str]  # shows words and gives the answer; raises EOFError at the end

NO_TERMINAL = "--ask stelt vragen, en dat kan alleen in een terminal. Gebruik anders --accept."
_HOW = "Overnemen? Typ j (ja), n (nee), t (terug) of s (stop): "
_AGAIN = "Dat begrijp ik niet. "


def ask_each(offers: Sequence[Offer], ask: Ask) -> tuple[str, ...]:
    """The codes of the offers to which somebody said yes; those after a stop are left alone."""
    yes: dict[str, bool] = {}
    place = 0
    while place < len(offers):
        offer = offers[place]
        answer = _answer(_told(offer, place + 1, len(offers)), ask)
        if answer == "s":
            break
        if answer == "t":
            place = max(place - 1, 0)
            continue
        yes[offer.code] = answer == "j"
        place += 1
    return tuple(code for code, taken in yes.items() if taken)


def _answer(told: str, ask: Ask) -> str:
    words = f"\n{told}\n{_HOW}"
    while True:
        try:
            answer = ask(words).strip().casefold()[:1]
        except EOFError:
            return "s"
        if answer and answer in "jnts":
            return answer
        words = _AGAIN + _HOW


def _told(offer: Offer, number: int, count: int) -> str:
    lines = [f"{number} van {count}. {offer.name}"]
    if offer.quote:
        lines.append(f"   In de bron staat: ‘{offer.quote}’")
    lines.append(f"   Dit wordt: {offer.text}")
    return "\n".join(lines)
