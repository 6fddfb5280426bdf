"""Bytes to text when the declared charset is missing, wrong or unknown; never fails."""

import codecs

import charset_normalizer

GUESS_BYTES = 16 << 10
_WINDOWS = frozenset({"ascii", "iso8859-1", "cp1252"})
_ALIASES = {"unicode": "utf-8", "utf8mb4": "utf-8", "x-sjis": "shift_jis", "ansi": "cp1252", "8bit": "", "x-gbk": "gbk"}
_COMMON = [
    "cp1252", "iso8859_15", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254",
    "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
]  # fmt: skip


def decode(data: bytes, declared: str = "") -> str:
    """Return `data` as text: as UTF-8 or in the declared charset where that fits, else by the likeliest guess.

    ISO-8859-1 and ASCII are read as Windows-1252, as browsers do. NUL is removed, line ends become newlines.
    """
    return _decode(data, _codec(declared)).replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes, codec: str) -> str:
    if data.isascii() and codec in (*_WINDOWS, "utf-8", ""):
        return data.decode("ascii")
    for name in (codec if codec not in _WINDOWS else "", "utf-8", "cp1252" if codec in _WINDOWS else ""):
        try:
            if name:
                return data.decode(name)
        except (UnicodeError, ValueError):
            continue
    return _guess(data)


def _guess(data: bytes) -> str:
    best = charset_normalizer.from_bytes(data[:GUESS_BYTES], cp_isolation=_COMMON).best()
    return data.decode(best.encoding if best else "cp1252", errors="replace")


def _codec(declared: str) -> str:
    """Return the Python codec for a charset as declared in a mail, or "" when there is none for text."""
    name = declared.strip().strip("\"'").lower()
    name = _ALIASES.get(name, name)
    try:
        info = codecs.lookup(name) if name else None
    except (LookupError, ValueError, UnicodeError):
        return ""
    return info.name if info is not None and info._is_text_encoding else ""  # noqa: SLF001
