"""Fitting and weighing."""

from pathlib import Path

from bot.core.understanding.features import features_of
from bot.core.understanding.scorer import coverage
from bot.knowledge.fitting import fit, load_scorer, save_scorer

EXAMPLES = [
    ("cost", "wat kost het"),
    ("cost", "is het gratis"),
    ("cost", "kost dat geld"),
    ("cost", "moet ik betalen"),
    ("age", "hoe oud moet je zijn"),
    ("age", "ik ben zeventien mag dat"),
    ("age", "ben ik te oud"),
    ("age", "hoe oud ben je daar"),
]
FEATURES = [features_of(text.split(), text.split(), ()) for _, text in EXAMPLES]
SCORER = fit(FEATURES, [label for label, _ in EXAMPLES])
KNOWN = SCORER.known(FEATURES[0])


def test_a_new_wording_of_known_words_finds_its_label() -> None:
    words = "kost het geld".split()
    chances = SCORER.chances(SCORER.known(features_of(words, words, ())))
    assert SCORER.labels[int(chances.argmax())] == "cost"


def test_the_chances_add_up_to_one() -> None:
    assert abs(float(SCORER.chances(KNOWN).sum()) - 1.0) < 1e-5


def test_the_words_that_decided_come_first_among_the_reasons() -> None:
    words = "is het gratis".split()
    reasons = SCORER.reasons(SCORER.known(features_of(words, words, ())), "cost", "age")
    assert reasons[0][1] > 0 > reasons[-1][1] or reasons[0][1] > 0
    assert abs(sum(points for _, points in reasons)) > 0


def test_the_reasons_account_for_all_points_but_the_bias() -> None:
    known = SCORER.known(FEATURES[4])
    age = SCORER.labels.index("age")
    told = sum(points for _, points in SCORER.reasons(known, "age"))
    assert abs(told + float(SCORER.bias[age]) - float(SCORER.points(known)[age])) < 1e-4


def test_nothing_known_leaves_only_the_bias() -> None:
    known = SCORER.known({"w:zwijn": 1.0})
    assert (SCORER.points(known) == SCORER.bias).all()
    assert coverage(["w:zwijn"], known) == 0.0


def test_a_saved_scorer_is_loaded_only_for_the_examples_it_was_fitted_to(tmp_path: Path) -> None:
    path = tmp_path / "weights.npz"
    save_scorer(SCORER, path, "key")
    loaded = load_scorer(path, "key")
    assert loaded is not None
    assert (loaded.points(loaded.known(FEATURES[0])) == SCORER.points(KNOWN)).all()
    assert load_scorer(path, "another key") is None
    assert load_scorer(tmp_path / "absent.npz", "key") is None
