"""The text of a mail as it is read by the measurements, without the connector of the product."""

import re
from email.message import EmailMessage
from html import unescape

_TAG = re.compile(r"<(?:style|script|head)\b.*?</(?:style|script|head)>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/tr|/h\d)\b[^>]*>", re.IGNORECASE)


def body_of(mail: EmailMessage) -> str:
    """Return the text of a mail; of a damaged one whatever can be read."""
    try:
        part = mail.get_body(("plain", "html"))
        text = part.get_content() if part else ""
    except (LookupError, ValueError, AttributeError, KeyError):
        return ""
    if part and part.get_content_subtype() == "html":
        text = unescape(re.sub(r"<[^>]*>", "", _BREAK.sub("\n", _TAG.sub("", text))))
    return re.sub(r"(?m)^>(>*From )", r"\1", str(text))
