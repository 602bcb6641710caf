"""The words and short phrases that tell a topic, for peers that want keywords or templates.

Nobody keeps those by hand here, so they are taken from the examples: every run of one to three
words that stands in enough examples and mostly in those of one topic.
"""

import re
from collections import Counter, defaultdict

from bench.peers.trial import Examples

_WORD = re.compile(r"\w+")
_LONGEST = 3


def words_of(text: str) -> list[str]:
    """The words of a text in small letters."""
    return _WORD.findall(text.casefold())


def telling_phrases(examples: Examples, fewest: int, share: float) -> dict[str, str]:
    """Phrases with the topic they tell: in `fewest` examples at least, `share` of them its own."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for topic, text in examples:
        words = words_of(text)
        runs = {
            " ".join(words[start : start + length])
            for length in range(1, _LONGEST + 1)
            for start in range(len(words) - length + 1)
        }
        for run in runs:
            counts[run][topic] += 1
    found = {}
    for run, topics in counts.items():
        topic, most = topics.most_common(1)[0]
        if most >= fewest and most / topics.total() >= share:
            found[run] = topic
    return found
