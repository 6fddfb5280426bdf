"""The demo, written once for all tests of this folder and read back with the standard library alone."""

import email.policy
import json
import mailbox
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from graph_service.demo.workspace import DemoSummary, write_demo


@dataclass(frozen=True)
class Demo:
    """A written demo: its folder, its truth, and its mails by mailbox."""

    folder: Path
    summary: DemoSummary
    truth: dict[str, Any]
    boxes: dict[str, list[EmailMessage]]

    def mails(self) -> dict[str, EmailMessage]:
        """Return the different mails by Message-ID."""
        return {str(mail["message-id"]): mail for box in self.boxes.values() for mail in box}


def read_box(file: Path) -> list[EmailMessage]:
    """Return the mails of an mbox as a mail client reads them (mboxrd: one ">" is taken off)."""
    mails = []
    box = mailbox.mbox(file, create=False)
    try:
        for key in box.keys():  # noqa: SIM118 -- a mailbox is no dict
            raw = box.get_bytes(key).replace(b"\n>From ", b"\nFrom ")
            mails.append(message_from_bytes(raw, policy=email.policy.default))
    finally:
        box.close()
    return mails


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    folder = tmp_path_factory.mktemp("demo")
    summary = write_demo(folder)
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    boxes = {file.stem: read_box(file) for file in sorted((folder / "mail").iterdir())}
    return Demo(folder, summary, truth, boxes)
