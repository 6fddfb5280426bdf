"""Reports as servers write them, made up for the tests: RFC 3464 with its parts, and plain text."""

from email import message_from_string
from email.message import Message

BOUNDARY = "b1"


def plain(text: str, *headers: str) -> Message:
    """Return a text mail with the headers."""
    return message_from_string("\n".join(headers) + "\nContent-Type: text/plain; charset=utf-8\n\n" + text)


def report(
    recipient: str,
    status: str,
    diagnostic: str,
    *,
    action: str = "failed",
    text: str = "Your mail was not delivered.",
    fields_type: str = "message/delivery-status",
    original_type: str = "message/rfc822",
) -> Message:
    """Return a delivery report about one recipient, with the mail it returns."""
    return message_from_string(f"""From: Mail Delivery System <mailer-daemon@south.example>
To: ada@north.example
Subject: Undelivered Mail Returned to Sender
Date: Fri, 3 May 2024 10:00:00 +0200
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary={BOUNDARY}

--{BOUNDARY}
Content-Type: text/plain; charset=utf-8

{text}

--{BOUNDARY}
Content-Type: {fields_type}

Reporting-MTA: dns; mx.south.example

Final-Recipient: rfc822; {recipient}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; {diagnostic}

--{BOUNDARY}
Content-Type: {original_type}

From: Ada Lane <ada@north.example>
To: {recipient}
Subject: Plan
Message-ID: <plan-1@north.example>

Text
--{BOUNDARY}--
""")
