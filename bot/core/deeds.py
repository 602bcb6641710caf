"""What a decision asks to be done: values that the desk performs in one transaction.

The core only names a deed; `bot.desk` does it and says in a happening how it ended.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Forget:
    """Erase everything kept of this chat."""


Deed = Forget
