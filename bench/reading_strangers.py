"""Texts in which nobody speaks to a supplier of software: business mail of the open set, turns of open meetings."""

import gzip
import json
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from bench.reading_mail_text import body_of
from graph_service.reading.own_words import own_words


def enron_texts(data: Path, most: int = 4_000) -> list[str]:
    """Return own words of the first mails of the open half; an empty list where the set is absent."""
    path = data / "enron_mail" / "emails.jsonl.gz"
    if not path.is_file():
        return []
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        mails = [json.loads(line) for _, line in zip(range(most), stream, strict=False)]
    parsed = [message_from_bytes(str(mail["raw"]).encode(), policy=policy.default) for mail in mails]
    return [own_words(body_of(mail)) for mail in parsed if isinstance(mail, EmailMessage)]


def meeting_texts(data: Path) -> list[str]:
    """Return the turns of the open meetings; an empty list where the set is absent."""
    texts: list[str] = []
    for path in sorted((data / "transcripts").glob("qmsum_*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            for line in stream:
                texts += [str(turn["content"]) for turn in json.loads(line)["meeting_transcripts"]]
    return texts
