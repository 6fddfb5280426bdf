"""A mailbox file of any size, made of a world's mail. Most of its bytes are attachments, as in real mailboxes."""

import base64
from email.utils import format_datetime, formataddr
from pathlib import Path
from random import Random

from bench.mail import Mailman
from bench.world import SEED, World
from graph_service.ingest.connector import MailRecord

ATTACHED = 0.1
ATTACHMENT = (20_000, 400_000)
EDGE = "=_bench_part"


def write_mbox(path: Path, world: World, size: int) -> int:
    """Write mails of a world until the file has `size` bytes; return how many. The world begins anew at its end."""
    random, count, written = Random(f"{SEED} mbox"), 0, 0
    with path.open("wb") as out:
        while written < size:
            for mail in Mailman(world).records():
                count += 1
                written += out.write(_entry(mail, count, random))
                if written >= size:
                    break
    return count


def _entry(mail: MailRecord, number: int, random: Random) -> bytes:
    head = [
        f"From {mail.sender.address} {mail.sent_at:%a %b %d %H:%M:%S %Y}",
        f"From: {formataddr((mail.sender.name, mail.sender.address))}",
        "To: " + ", ".join(formataddr((one.name, one.address)) for one in mail.to),
        *(["Cc: " + ", ".join(formataddr((one.name, one.address)) for one in mail.cc)] if mail.cc else []),
        f"Subject: {mail.subject}",
        f"Date: {format_datetime(mail.sent_at)}",
        f"Message-ID: <{number}.{mail.message_id.strip('<>')}>",
        *(["References: " + " ".join(mail.references)] if mail.references else []),
        "MIME-Version: 1.0",
    ]
    text = "Content-Type: text/plain; charset=utf-8\n\n" + mail.text + "\n"
    if random.random() < ATTACHED:
        head.append(f'Content-Type: multipart/mixed; boundary="{EDGE}"')
        text = f"\n--{EDGE}\n{text}\n--{EDGE}\n{_attachment(random)}\n--{EDGE}--\n"
    return ("\n".join(head) + "\n" + text + "\n").encode()


def _attachment(random: Random) -> str:
    data = base64.encodebytes(random.randbytes(random.randint(*ATTACHMENT))).decode()
    head = "Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n"
    return f'{head}Content-Disposition: attachment; filename="report.pdf"\n\n{data}'
