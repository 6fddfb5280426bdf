"""Which folders are somebody else's affair, by their names: those of version control, of the system, of caches.

Mail programs keep mail in folders whose names begin with a dot, too, so that the dot alone decides nothing of mail.
"""

import re

_FOREIGN = re.compile(
    r"__MACOSX|\.(?:git|svn|hg|bzr|cache|Trash(?:es|-\d{1,10})?|Spotlight-V\d{1,6}|fseventsd|TemporaryItems)$"
)
_SUBFOLDERS = re.compile(r"\..{1,255}\.directory$")


def is_foreign(name: str) -> bool:
    """Tell whether a folder of this name never holds what is to be read, unless it is a mailbox itself."""
    return bool(_FOREIGN.match(name))


def holds_subfolders(name: str) -> bool:
    """Tell whether a folder of this name is KMail's for what is below another: ".inbox.directory" beside "inbox"."""
    return bool(_SUBFOLDERS.match(name))


def is_hidden(name: str) -> bool:
    """Tell whether a folder of this name is kept out of people's sight by its owner."""
    return name.startswith(".") and not holds_subfolders(name)
