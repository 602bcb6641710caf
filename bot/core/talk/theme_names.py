"""What a theme is called when we write it, in Dutch and English."""

from collections.abc import Mapping

from bot.core.model import Theme

_NAMES: Mapping[Theme, tuple[str, str]] = {
    Theme.ADDICTION: ("verslaving", "addiction"),
    Theme.ALCOHOL: ("alcohol", "alcohol"),
    Theme.DRUGS: ("drugs", "drugs"),
    Theme.GAMBLING: ("gokken", "gambling"),
    Theme.DEPRESSION: ("somberheid en depressie", "depression"),
    Theme.ANXIETY: ("angst", "anxiety"),
    Theme.OCD: ("dwang", "OCD"),
    Theme.PSYCHOSIS: ("psychose", "psychosis"),
    Theme.BIPOLAR: ("bipolariteit", "bipolar"),
    Theme.AUTISM: ("autisme", "autism"),
    Theme.ADHD: ("ADHD", "ADHD"),
    Theme.EATING: ("eten", "eating"),
    Theme.TRAUMA: ("trauma", "trauma"),
    Theme.GRIEF: ("rouw", "grief"),
    Theme.SUICIDE_BEREAVEMENT: ("verlies door zelfdoding", "loss by suicide"),
    Theme.BURNOUT: ("burn-out", "burnout"),
    Theme.LONELINESS: ("eenzaamheid", "loneliness"),
    Theme.PERSONALITY: ("persoonlijkheid", "personality"),
    Theme.SELF_HARM: ("zelfbeschadiging", "self-harm"),
    Theme.VOICES: ("stemmen horen", "hearing voices"),
}


def theme_name(theme: Theme, language: str) -> str:
    """The name of a theme within a sentence; in English or else in Dutch."""
    dutch, english = _NAMES[theme]
    return english if language == "en" else dutch
