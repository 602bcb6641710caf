"""Telephone numbers of private people in texts that a source publishes."""

import re

MASK = "[nummer weggelaten]"

# A Dutch mobile number, however it is grouped: 06-12345678, +31 (0)6 12 34 56 78, 0031612345678.
_MOBILE = re.compile(
    r"(?<![\d+])(?:(?:\+|00)31[\s.\-]*(?:\(0\)|0)?|0)[\s.\-/]*6(?:[\s.\-/]*\d){8}(?!\d)"
)


def personal_numbers(text: str, allowed: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The mobile numbers in a text as they are written; known help lines are left aside."""
    return tuple(match[0] for match in _MOBILE.finditer(text) if _bare(match[0]) not in allowed)


def without_numbers(text: str, allowed: frozenset[str] = frozenset()) -> str:
    """The text with each mobile number of a private person masked."""
    return _MOBILE.sub(lambda match: match[0] if _bare(match[0]) in allowed else MASK, text)


def allowed_numbers(*phones: str) -> frozenset[str]:
    """The numbers of organisations themselves, in the form that the others here compare with."""
    return frozenset(_bare(phone) for phone in phones if phone)


def _bare(number: str) -> str:
    """The last nine digits: what is the same with and without the country's code."""
    return re.sub(r"\D", "", number)[-9:]
