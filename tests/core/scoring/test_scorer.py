"""Fitting and weighing."""

from pathlib import Path

from bot.core.scoring.features import features_of, gather_features
from bot.core.scoring.scorer import Known, Scorer, softmax
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
SCORER = fit(
    [features_of(text.split(), text.split(), ()) for _, text in EXAMPLES],
    [label for label, _ in EXAMPLES],
)


def known(*texts: str, by: Scorer = SCORER) -> Known:
    each = (text.split() for text in texts)
    return by.known([gather_features(words, words, (), None, by.index.letters) for words in each])


def test_a_new_wording_of_known_words_finds_its_label() -> None:
    points = SCORER.points(known("kost het geld"))[0]
    assert SCORER.labels[int(points.argmax())] == "cost"


def test_the_chances_add_up_to_one() -> None:
    assert abs(float(softmax(SCORER.points(known("wat kost het"))[0]).sum()) - 1.0) < 1e-5


def test_texts_weighed_together_have_the_points_that_each_has_alone() -> None:
    texts = ("wat kost het", "hoe oud", "zwijn")
    together = SCORER.points(known(*texts))
    alone = [SCORER.points(known(text))[0] for text in texts]
    assert abs(together - alone).max() < 1e-5


def test_only_the_first_text_is_held_beside_the_examples() -> None:
    text = EXAMPLES[3][1]
    support = SCORER.support(known(text, "hoe oud ben je daar"))
    assert support.nearest == 3
    assert support.likeness > 0.9


def test_the_words_that_decided_come_first_among_the_reasons() -> None:
    reasons = SCORER.reasons(known("is het gratis"), "cost", "age")
    points = [point for _, point in reasons]
    assert points == sorted(points, reverse=True)
    assert points[0] > 0


def test_the_reasons_account_for_all_points_but_the_bias() -> None:
    asked = known(EXAMPLES[4][1])
    age = SCORER.labels.index("age")
    told = sum(points for _, points in SCORER.reasons(asked, "age"))
    assert abs(told + float(SCORER.bias[age]) - float(SCORER.points(asked)[0][age])) < 1e-4


def test_nothing_known_leaves_only_the_bias() -> None:
    asked = known("zwijnenstal")
    strange = SCORER.points(asked)[0] - SCORER.bias
    assert (abs(strange) < 0.5).all()  # what is left is that it is one word
    assert asked.coverage == 0.0


def test_a_saved_scorer_is_loaded_only_for_the_examples_it_was_fitted_to(tmp_path: Path) -> None:
    path = tmp_path / "weights.npz"
    save_scorer(SCORER, path, "key")
    loaded = load_scorer(path, "key")
    assert loaded is not None
    told = loaded.points(known("wat kost het", by=loaded))
    assert (told == SCORER.points(known("wat kost het"))).all()
    assert load_scorer(path, "another key") is None
    assert load_scorer(tmp_path / "absent.npz", "key") is None
