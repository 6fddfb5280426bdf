"""A parsed mail whose headers are found by name at once; the standard one walks all of them at each question.

Reading one mail asks for some sixty headers. What is handed out is what the standard class hands out.
"""

from email.message import Message
from email.policy import compat32
from typing import Any


class IndexedMessage(Message):
    """A mail that is read, not written: headers as they stand (see `mail_headers`), found through an index."""

    def __init__(self, policy: Any = compat32) -> None:
        super().__init__(policy)
        self._by_name: dict[str, list[str]] | None = None
        self._kind = ""

    def set_raw(self, name: str, value: Any) -> None:
        """Take in one header line, as the parser reads it."""
        self._by_name = None
        self._kind = ""
        super().set_raw(name, value)

    def get(self, name: str, failobj: Any = None) -> Any:
        """Return the first header `name`, or `failobj`."""
        found = self._index().get(name.lower())
        return found[0] if found else failobj

    def get_all(self, name: str, failobj: Any = None) -> Any:
        """Return all headers `name` in the order of the mail, or `failobj` for none."""
        found = self._index().get(name.lower())
        return list(found) if found else failobj

    def get_content_type(self) -> str:
        """Return the type of this part, such as "text/plain"."""
        if not self._kind:
            self._kind = super().get_content_type()
        return self._kind

    def _index(self) -> dict[str, list[str]]:
        if self._by_name is None:
            self._by_name = {}
            for name, value in self.raw_items():
                self._by_name.setdefault(name.lower(), []).append(value)
        return self._by_name
