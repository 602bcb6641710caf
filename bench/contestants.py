"""What Handwijzer is put beside: which module of `bench.peers`, what it needs, its settings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """What is tried: a module of bench.peers, what it needs, and its settings."""

    name: str
    module: str
    needs: tuple[str, ...] = ()  # none: it runs in our own environment
    settings: Mapping[str, Any] = field(default_factory=dict)
    others: tuple[Mapping[str, Any], ...] = ()  # settings that were tried beside these


_SKLEARN = ("scikit-learn==1.9.1", "numpy==2.4.6", "scipy==1.17.1")
_RAPIDFUZZ = ("rapidfuzz==3.14.6",)
_NEBULENTO = ("nebulento==0.1.0", "rapidfuzz==3.14.6", "quebra-frases==0.3.7")
_KEYWORDS = tuple(
    {"fewest": fewest, "share": share} for fewest in (2, 3) for share in (0.15, 0.3, 0.5, 0.7)
)
_FASTTEXT = {"lr": 0.5, "dim": 50, "bucket": 200_000, "minn": 3, "maxn": 5}

PEERS = (
    Peer(name="Handwijzer", module="handwijzer"),
    Peer(
        name="TF-IDF + logistic regression",
        module="linear",
        needs=_SKLEARN,
        settings={"model": "logistic", "strength": 100.0},
        others=tuple({"model": "logistic", "strength": c} for c in (1.0, 10.0, 1000.0)),
    ),
    Peer(
        name="TF-IDF + linear SVC",
        module="linear",
        needs=_SKLEARN,
        settings={"model": "svc", "strength": 1.0},
        others=tuple({"model": "svc", "strength": c} for c in (0.1, 0.3, 3.0)),
    ),
    Peer(name="rapidfuzz WRatio", module="rapid", needs=_RAPIDFUZZ, settings={"scorer": "WRatio"}),
    Peer(
        name="rapidfuzz token_set",
        module="rapid",
        needs=_RAPIDFUZZ,
        settings={"scorer": "token_set_ratio"},
    ),
    Peer(
        name="Nebulento",
        module="nebulento",
        needs=_NEBULENTO,
        settings={"strategy": "RATIO"},
        others=tuple(
            {"strategy": strategy}
            for strategy in (
                "DAMERAU_LEVENSHTEIN_SIMILARITY",
                "TOKEN_SORT_RATIO",
                "TOKEN_SET_RATIO",
            )
        ),
    ),
    Peer(
        name="Adapt",
        module="adapt",
        needs=("adapt-parser==1.0.0", "six==1.17.0"),
        settings={"fewest": 2, "share": 0.5},
        others=_KEYWORDS,
    ),
    Peer(
        name="hassil",
        module="hassil",
        needs=("hassil==3.12.1",),
        settings={"fewest": 2, "share": 0.3},
        others=_KEYWORDS,
    ),
    Peer(
        name="fastText",
        module="fasttext",
        needs=("fasttext==0.9.3", "numpy==1.26.4"),
        settings=_FASTTEXT | {"epoch": 50, "wordNgrams": 2},
        others=tuple(
            _FASTTEXT | {"epoch": epoch, "wordNgrams": words, "minn": least}
            for epoch in (25, 50, 100)
            for words in (1, 2)
            for least in (2, 3)
        ),
    ),
)
