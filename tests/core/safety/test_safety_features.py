"""What the net looks at in a text."""

from bot.core.safety.features import features_of, letter_groups


def named(text: str, labels: list[str] | None = None) -> dict[str, float]:
    words = text.split()
    return features_of(words, labels or words, (), (), letter_groups).named


def test_a_spelling_of_the_chat_is_the_word_it_is_meant_for() -> None:
    labels = "IK WIL gewoon SLAAP".split()
    assert named("k wl gwn slapen", labels) == named("ik wil gewoon slapen", labels)


def test_one_short_word_may_stand_for_two() -> None:
    assert {"w:do", "w:not"} <= named("dont go").keys()


def test_pairs_of_classes_do_not_reach_over_a_stop() -> None:
    found = named("ga . dood", ["GA", ".", "DOOD"])
    assert [name for name in found if name.startswith("x:")] == ["x:._DOOD"]


def test_a_long_text_is_no_louder_than_a_short_one() -> None:
    short, long = named("ik wil"), named("ik wil " + "morgen naar het koor in de stad " * 4)
    assert long["w:wil"] < short["w:wil"]
