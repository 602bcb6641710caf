"""A draft: opened or begun, changed by a form, and tried in the chat; nothing of it is written."""

from bot.channels.web import Refusal, read_message, show_reply
from bot.knowledge.editing.reshape import new_file, new_item
from bot.knowledge.editing.teaching import new_topic
from bot.knowledge.editing.tree import EditError
from bot.workbench.fields import Fields, edits_of, steps_of, text_of, texts_of
from bot.workbench.shown import Json, show_draft
from bot.workbench.workroom import Workroom


class Drafting:
    """What the page asks of drafts in one workroom; each act gives what to show."""

    def __init__(self, room: Workroom) -> None:
        """The room has the folder and the answers."""
        self._room = room

    async def open(self, asked: Fields) -> Json:
        """A file as it is kept. Raises KeyError where there is none."""
        path = text_of(asked, "path")
        opened = self._room.files.read(path)
        if not opened.mark:
            raise KeyError(path)
        self._room.warm_meanwhile()
        return {"mark": opened.mark, **self._shown(path, opened.text)}

    async def change(self, asked: Fields) -> Json:
        """A text with the edits of a form in it."""
        path, text = text_of(asked, "path"), self._written(asked)
        return self._shown(path, text, form=bool(asked.get("form")))

    async def add(self, asked: Fields) -> Json:
        """A draft with an empty block more in one of its lists."""
        path, at = text_of(asked, "path"), steps_of(asked)
        text, place = new_item(path, self._written(asked), at, text_of(asked, "name"))
        return {"at": list(place), **self._shown(path, text)}

    async def new(self, asked: Fields) -> Json:
        """The first draft of a new file."""
        kind, name = text_of(asked, "kind"), text_of(asked, "name")
        return self._begun(*new_file(kind, name, self._room.now.date()))

    async def topic(self, asked: Fields) -> Json:
        """The first draft of a topic of the editors' own, from questions that were asked."""
        return self._begun(*new_topic(text_of(asked, "words"), texts_of(asked, "others")))

    async def chat(self, asked: Fields) -> Json:
        """What the bot would answer with the draft. Raises EditError where it cannot answer."""
        read = read_message(asked)
        if isinstance(read, Refusal):
            raise EditError(read.reason)
        chat, message = read
        path, text = str(asked.get("path") or ""), str(asked.get("draft") or "")
        tried = await self._room.answer(message, chat, path, text)
        if tried is None:
            raise EditError(
                "In de bestanden staat nu een fout, dus de bot kan niet antwoorden. "
                "Verbeter die eerst."
            )
        return {
            **show_reply(tried.reply),
            "withDraft": tried.with_draft,
            "learnt": tried.learnt,
        }

    def _written(self, asked: Fields) -> str:
        return self._room.write(text_of(asked, "path"), text_of(asked, "text"), edits_of(asked))

    def _begun(self, path: str, text: str) -> Json:
        if self._room.files.read(path).mark:
            raise EditError(f"Er is al een bestand {path}. Kies het in de lijst.")
        return {"path": path, "mark": "", **self._shown(path, text)}

    def _shown(self, path: str, text: str, *, form: bool = True) -> Json:
        draft, known = self._room.look(path, text), self._room.held.knowledge
        calendar = (self._room.now.date(), known.school if known else ())
        return show_draft(draft, text, calendar, form=form)
