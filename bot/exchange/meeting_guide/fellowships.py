"""The twelve-step fellowships by the letters they go by, and what they are about."""

from dataclasses import dataclass

from bot.core.model import Audience, Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Fellowship:
    """What is generally known of the groups of one fellowship."""

    name: str = ""
    summary: str = ""
    themes: tuple[Theme, ...] = ()
    audiences: tuple[Audience, ...] = ()


def _of(name: str, about: str, *themes: Theme, audiences: tuple[Audience, ...] = ()) -> Fellowship:
    summary = f"Groepen van lotgenoten volgens de twaalf stappen, {about}."
    return Fellowship(name=name, summary=summary, themes=themes, audiences=audiences)


_NEAR = (Audience.LOVED_ONES,)
FELLOWSHIPS = {
    "aa": _of(
        "Anonieme Alcoholisten (AA)",
        "voor wie wil stoppen met drinken", Theme.ADDICTION, Theme.ALCOHOL,
    ),
    "na": _of(
        "Narcotics Anonymous (NA)",
        "voor wie wil stoppen met drugs", Theme.ADDICTION, Theme.DRUGS,
    ),
    "ca": _of(
        "Cocaine Anonymous (CA)",
        "voor wie wil stoppen met cocaïne en andere middelen", Theme.ADDICTION, Theme.DRUGS,
    ),
    "ga": _of(
        "Gamblers Anonymous (GA)",
        "voor wie wil stoppen met gokken", Theme.ADDICTION, Theme.GAMBLING,
    ),
    "agog": _of("AGOG", "voor wie wil stoppen met gokken", Theme.ADDICTION, Theme.GAMBLING),
    "oa": _of("Overeaters Anonymous (OA)", "voor wie niet goed met eten kan omgaan", Theme.EATING),
    "al-anon": _of(
        "Al-Anon", "voor wie een naaste met een drankprobleem heeft",
        Theme.ADDICTION, Theme.ALCOHOL, audiences=_NEAR,
    ),
    "nar-anon": _of(
        "Nar-Anon", "voor wie een naaste met een drugsprobleem heeft",
        Theme.ADDICTION, Theme.DRUGS, audiences=_NEAR,
    ),
}  # fmt: skip
_NONE = Fellowship()


def fellowship_of(entity: str) -> Fellowship:
    """The fellowship that goes by these letters, or an empty one."""
    return FELLOWSHIPS.get(entity.casefold().strip(), _NONE)
