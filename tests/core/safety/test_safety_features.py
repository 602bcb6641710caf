"""What the net looks at in a text."""

from bot.core.safety.features import Piece, features_of, letter_groups


def named(
    text: str, labels: list[str] | None = None, spans: tuple[tuple[int, int], ...] = ()
) -> dict[str, float]:
    words = text.split()
    piece = Piece(spans or ((0, len(words)),), (), ())
    return next(features_of(words, labels or words, [piece]).by_name())


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


def test_a_sentence_weighed_by_itself_has_the_features_that_it_has_alone() -> None:
    assert named("het is laat . ik wil slapen", spans=((4, 7),)) == named("ik wil slapen")


def test_all_but_hits_together_is_as_loud_in_every_text() -> None:
    found = named("ik wil naar zee . morgen")
    assert round(sum(amount * amount for amount in found.values()), 1) == 1


def test_what_no_piece_holds_is_no_feature_of_it() -> None:
    words = "ik wil slapen".split()
    pieces = [Piece(((0, 3),), ("c:SLAAP",), ("h:moe",)), Piece(((0, 3),), (), ())]
    first, second = features_of(words, words, pieces).by_name()
    assert first.keys() - second.keys() == {"c:SLAAP", "h:moe"}


def test_letters_that_two_words_share_are_twice_as_loud() -> None:
    found = named("meelopen meekomen")
    assert found["l: mee"] == 2 * found["l: meel"]


def test_a_word_of_one_letter_has_one_group_of_letters() -> None:
    assert letter_groups("u") == ("l: u ",)
