"""scikit-learn: TF-IDF over groups of 2 to 5 letters and over words, and a linear classifier."""

from bench.peers.trial import Examples, Rank, Ranking, try_out


def train(examples: Examples, model: str = "logistic", strength: float = 1.0) -> Rank:
    """Fits the classifier; `strength` is the inverse of its regularisation."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415
    from sklearn.pipeline import make_pipeline, make_union  # noqa: PLC0415
    from sklearn.svm import LinearSVC  # noqa: PLC0415

    shapes = make_union(
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True),
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"\w+"),
    )
    linear = (
        LogisticRegression(C=strength, max_iter=300)
        if model == "logistic"
        else LinearSVC(C=strength)
    )
    fitted = make_pipeline(shapes, linear)
    fitted.fit([text for _, text in examples], [topic for topic, _ in examples])
    score = fitted.predict_proba if model == "logistic" else fitted.decision_function
    labels = [str(label) for label in fitted.classes_]

    def rank(text: str) -> Ranking:
        scores = score([text])[0]
        return [(labels[at], float(scores[at])) for at in (-scores).argsort()]

    return rank


if __name__ == "__main__":
    try_out(train)
