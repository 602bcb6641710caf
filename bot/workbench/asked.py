"""What people asked and the bot did not know: listed, made an example of, and erased."""

from bot.knowledge.editing.kinds import FileKind, kind_of
from bot.knowledge.editing.teaching import with_example
from bot.knowledge.editing.tree import EditError
from bot.store.database import StoreError
from bot.workbench.fields import Fields, text_of, texts_of
from bot.workbench.passed import Mailbox, NotThereError
from bot.workbench.shown import Json, show_nothing_passed, show_passed
from bot.workbench.workroom import Workroom

_NO_DATABASE = (
    "Er is hier nog niets gevraagd: de bot heeft op deze computer nog niet gedraaid, "
    "of met andere instellingen."
)
_UNSOUND = (
    "In de bestanden staat nu een fout. Verbeter die eerst. Daarna staan de vragen hier weer."
)


class Asked:
    """The questions of one mailbox beside the folder of one workroom."""

    def __init__(self, room: Workroom, mailbox: Mailbox | None) -> None:
        """Without a mailbox there is nothing to read."""
        self._room, self._mailbox = room, mailbox

    async def list(self, asked: Fields) -> Json:
        """The questions in groups with the nearest topic, or why there are none to read."""
        known = self._room.held.knowledge
        if known is None:
            return show_nothing_passed(_UNSOUND)
        if self._mailbox is None:
            return show_nothing_passed(_NO_DATABASE)
        try:
            return show_passed(await self._mailbox.sorted_by(known.brain), known.topics)
        except NotThereError:
            return show_nothing_passed(_NO_DATABASE)
        except StoreError as error:
            return show_nothing_passed(f"Ik kan de vragen nu niet lezen. {error}")

    async def teach(self, asked: Fields) -> Json:
        """The text of a topic with one example more; nothing is written yet.

        Raises KeyError where there is no such topic, and EditError where it cannot be put in.
        """
        path, words = text_of(asked, "path"), text_of(asked, "words")
        self._room.warm_meanwhile()
        opened = self._room.files.read(path)
        if kind_of(path) not in (FileKind.TOPIC, FileKind.ELSEWHERE) or not opened.mark:
            raise KeyError(path)
        text = with_example(opened.text, words)
        return {"path": path, "mark": opened.mark, "base": opened.text, "text": text}

    async def forget(self, asked: Fields) -> Json:
        """Erases questions that were dealt with. Raises EditError where that fails."""
        ids = texts_of(asked, "ids")
        try:
            return {"gone": await self._mailbox.erase(ids) if self._mailbox else 0}
        except NotThereError:
            return {"gone": 0}
        except StoreError as error:
            raise EditError(f"De vraag staat nog in de lijst. {error}") from error
