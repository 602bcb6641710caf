"""What a draft changes, saving it where it still fits, and the versions that were kept before."""

from bot.knowledge.editing.kinds import kind_of
from bot.knowledge.editing.merge import merged
from bot.workbench.fields import Fields, text_of
from bot.workbench.shown import (
    Json,
    show_changes,
    show_difference,
    show_earlier,
    show_review,
)
from bot.workbench.workroom import Workroom


class Keeping:
    """What the page asks before and after saving in one workroom; each act gives what to show."""

    def __init__(self, room: Workroom) -> None:
        """The room has the folder, its earlier versions, and the reviews."""
        self._room = room

    async def review(self, asked: Fields) -> Json:
        """Everything that a draft changes; takes seconds."""
        path, text = text_of(asked, "path"), text_of(asked, "text")
        before = self._room.files.read(path)
        reviewed = await self._room.review(path, text)
        return {
            **show_review(reviewed, text, path),
            "changes": _changes(path, before.text, text),
            "difference": show_difference(before.text, text),
            "moved": before.mark != text_of(asked, "mark"),
        }

    async def save(self, asked: Fields) -> Json:
        """The new mark, or why it was not saved: what blocks it, or what somebody else saved."""
        path, text, mark = text_of(asked, "path"), text_of(asked, "text"), text_of(asked, "mark")
        if self._room.files.read(path).mark == mark:
            reviewed = await self._room.review(path, text)
            if reviewed.blocking:
                return {"saved": False, **show_review(reviewed, text, path)}
            kept = await self._room.save(path, text, mark)
            if kept is not None:
                return {"saved": True, "mark": kept.mark}
        return self._both(path, text, str(asked.get("base") or ""))

    async def earlier(self, asked: Fields) -> Json:
        """The earlier versions of a file, or the text of the one that is named."""
        path, name = text_of(asked, "path"), str(asked.get("name") or "")
        if name:
            return {"text": self._room.files.read_earlier(path, name)}
        return {"versions": [show_earlier(one) for one in self._room.files.earlier(path)]}

    async def difference(self, asked: Fields) -> Json:
        """What two texts of one file differ in."""
        path, old, new = text_of(asked, "path"), text_of(asked, "old"), text_of(asked, "new")
        return {"difference": show_difference(old, new), "changes": _changes(path, old, new)}

    def _both(self, path: str, mine: str, base: str) -> Json:
        """What to choose from where somebody else saved the same file meanwhile."""
        theirs = self._room.files.read(path)
        return {
            "saved": False,
            "moved": True,
            "theirs": theirs.text,
            "mark": theirs.mark,
            "merged": merged(base, mine, theirs.text),
            "theirChange": show_difference(base, theirs.text),
            "theirChanges": _changes(path, base, theirs.text),
            "myChange": show_difference(base, mine),
            "myChanges": _changes(path, base, mine),
        }


def _changes(path: str, old: str, new: str) -> list[Json]:
    kind = kind_of(path)
    return show_changes(kind, old, new) if kind else []
