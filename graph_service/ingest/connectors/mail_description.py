"""What a path is for the mail connector. Opens a file's first bytes, reads no mail."""

from pathlib import Path

from graph_service.errors import SourceError
from graph_service.ingest.connectors.mail_files import kind_of_file
from graph_service.ingest.recognition import Description


def describe_mail(path: Path) -> Description | None:
    """Return what a file or a maildir is, or None when it is no mail. Other folders are described file by file."""
    if path.is_dir():
        is_maildir = (path / "cur").is_dir() and (path / "new").is_dir()
        return Description("mail", "maildir", 0.99, "a folder with cur and new") if is_maildir else None
    try:
        kind = kind_of_file(path)
    except SourceError:
        return None
    if kind == "mbox":
        return Description("mail", "mailbox", 0.98, "an mbox")
    is_named = path.suffix.lower() == ".eml"
    return Description("mail", "mail", 0.97 if is_named else 0.7, "one mail" if is_named else "it begins with headers")
