"""The line that a telephone or a mail program adds ("Sent from my …"), in several languages."""

import re

DEVICE_WORDS = 9

_DEVICE = re.compile(
    r"^(?:\*{3}\s.{3,80}\s\*{3}|sent\s+(?:from|via|with|by)\s+(?:my|a|an|mobile|outlook|proton|yahoo|mail|the|samsung"
    r"|ipad|iphone|blackberry|android|aol|gmail|spark|superhuman|airmail|surface|windows)\b.{0,60}"
    r"|sent\s+wirelessly\b.{0,60}|get\s+outlook\s+for\b.{0,60}|via\s+mobile|from\s+my\s+(?:iphone|ipad|mobile).{0,20}"
    r"|(?:diese\s+nachricht\s+wurde\s+)?von\s+meinem\s+.{2,40}\s+gesendet|gesendet\s+(?:von|mit|über)\s.{2,60}|envoyé\s+(?:de(?:puis)?|à\s+partir\s+de)"
    r"\s.{2,60}|verzonden\s+(?:vanaf|vanuit|met|via)\s.{2,60}|skickat?\s+från\s+.{2,40}|inviato\s+da(?:l\s+mio)?\s.{2,40}"
    r"|enviado\s+(?:desde|do)\s+(?:mi|meu)\s.{2,40}|sendt\s+fra\s+.{2,40}|wysłane\s+z\s.{2,40}|odesláno\s+z\s.{2,40}"
    r"|lähetetty\s.{2,40}|отправлено\s+(?:с|из)\s.{2,40}|typed\s+on\s+(?:a\s+)?(?:my\s+)?phone.{0,60})$",
    re.IGNORECASE,
)


def is_device_line(line: str) -> bool:
    """Tell whether a line was added by a device or a mail program."""
    return (
        len(line) < 100 and len(line.split()) <= DEVICE_WORDS and _DEVICE.match(line.strip().strip("<>[]")) is not None
    )
