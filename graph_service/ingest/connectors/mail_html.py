"""HTML mail to plain text: paragraphs, list bullets, and quotes as ">" lines, so that readers see who said what."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

_SKIPPED = frozenset(
    {"script", "style", "head", "title", "template", "noscript", "svg", "object", "-comment", "_comment"}
)
_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "pre", "blockquote"})
_LINES = frozenset(
    {"div", "li", "tr", "section", "article", "header", "footer", "dt", "dd", "address", "center", "form"}
)
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f\u200b\u200c\u00ad\ufeff]+")
_BLANKS = re.compile(r"\n{3,}")
_RULE = "-" * 40


def html_text(html: str) -> str:
    """Return the readable text of `html`; quoted blocks carry one "> " a level, hidden text is left out."""
    root = LexborHTMLParser(html).body
    if root is None:
        return ""
    page = _Page()
    node: LexborNode | None = root
    while node is not None:  # not recursive: hostile mail nests thousands deep
        child = node.first_child if page.open(node) else None
        if child is not None:
            node = child
            continue
        node = _next(node, root, page)
    return page.text()


def _next(node: LexborNode, root: LexborNode, page: "_Page") -> LexborNode | None:
    """Close `node` and return the one to visit next, or None at the end of `root`."""
    current: LexborNode | None = node
    while current is not None:
        page.close(current)
        if current.mem_id == root.mem_id:
            return None
        if current.next is not None:
            return current.next
        current = current.parent
    return None


class _Page:
    """Lines of text as they grow."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line: list[str] = []
        self._quotes = 0
        self._verbatim = 0

    def open(self, node: LexborNode) -> bool:
        """Take in the start of `node`; return False when its children are not to be visited."""
        tag = node.tag or ""
        if tag == "-text":
            self._write(node.text_content or "")
        elif tag in _SKIPPED or _HIDDEN.search(node.attributes.get("style") or ""):
            return False
        elif tag == "br":
            self._break()
        elif tag == "hr":
            self._start(tag)
            self._line.append(_RULE)
            self._break()
        else:
            self._start(tag)
        return True

    def close(self, node: LexborNode) -> None:
        """Take in the end of `node`."""
        tag = node.tag or ""
        if tag in _PARAGRAPHS or tag in _LINES:
            self._start(tag, bullet=False)
        if tag in ("td", "th"):
            self._line.append(" ")
        self._quotes -= tag == "blockquote"
        self._verbatim -= tag == "pre"

    def text(self) -> str:
        """Return all lines so far."""
        if self._line:
            self._break()
        return _BLANKS.sub("\n\n", "\n".join(self._lines)).strip("\n")

    def _start(self, tag: str, *, bullet: bool = True) -> None:
        if tag in _PARAGRAPHS or tag in _LINES:
            if "".join(self._line).strip():
                self._break()
            self._line.clear()
        if tag in _PARAGRAPHS and self._lines and self._lines[-1].strip("> "):
            self._break()
        self._quotes += bullet and tag == "blockquote"
        self._verbatim += bullet and tag == "pre"
        if tag == "li" and bullet:
            self._line.append("- ")

    def _write(self, text: str) -> None:
        if self._verbatim:
            first, *rest = text.split("\n")
            self._line.append(first)
            for line in rest:
                self._break()
                self._line.append(line)
        else:
            self._line.append(_SPACES.sub(" ", text))

    def _break(self) -> None:
        line = (
            re.sub(r" {2,}", " ", "".join(self._line)).strip() if not self._verbatim else "".join(self._line).rstrip()
        )
        self._lines.append("> " * self._quotes + line if line else ">" * self._quotes)
        self._line.clear()
