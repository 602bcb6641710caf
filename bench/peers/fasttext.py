"""fastText: a supervised classifier over words and groups of letters."""

import tempfile
from pathlib import Path

from bench.peers.phrases import words_of
from bench.peers.trial import Examples, Rank, Ranking, try_out


def train(examples: Examples, **settings: float) -> Rank:
    """Trains on one thread, so that it comes out the same every time."""
    import fasttext  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "examples.txt"
        lines = (f"__label__{topic} {' '.join(words_of(text))}\n" for topic, text in examples)
        file.write_text("".join(lines), encoding="utf-8")
        model = fasttext.train_supervised(str(file), thread=1, verbose=0, seed=0, **settings)

    def rank(text: str) -> Ranking:
        labels, chances = model.predict(" ".join(words_of(text)), k=-1)
        return [
            (label.removeprefix("__label__"), float(chance))
            for label, chance in zip(labels, chances, strict=True)
        ]

    return rank


if __name__ == "__main__":
    try_out(train)
