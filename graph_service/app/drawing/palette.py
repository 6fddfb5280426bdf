"""Colours and strokes of pictures, for light and dark. Colour never stands alone: place, shape or word says it too.

The hues are those of Okabe and Ito, which people with any colour vision can tell apart; darker on light paper.
"""

from collections.abc import Mapping

GREY = {"paper": "#ffffff", "ink": "#1b1d21", "quiet": "#565b64", "rule": "#d3d5d0", "band": "#f1f2ef"}
GREY_DARK = {"paper": "#16181b", "ink": "#eceef0", "quiet": "#a9b0b9", "rule": "#3a3f46", "band": "#202429"}
HUES = {
    "blue": "#0067a5", "orange": "#c65000", "green": "#00805c", "grey": "#757a82", "purple": "#a8538a",
    "yellow": "#b58a00", "sky": "#3a92c4",
}  # fmt: skip
HUES_DARK = {
    "blue": "#5cb2ee", "orange": "#ff8a45", "green": "#2fc39a", "grey": "#969ca5", "purple": "#dd93c0",
    "yellow": "#e6bf3c", "sky": "#8fd0f5",
}  # fmt: skip
OF_GROUP = {"champion": "blue", "at_risk": "orange", "active": "green", "outside": "grey"}
OF_PART = {"relationship": "blue", "usage": "green", "sentiment": "yellow", "support": "purple", "champions": "sky"}
OF_STATE = {
    "champion": "blue", "supporter": "sky", "coach": "sky", "at_risk": "orange", "lapsed": "grey", "departed": "grey",
    "away": "purple", "watch": "yellow", "gone_quiet": "orange", "falling": "orange", "rising": "green",
    "surge": "orange", "escalated": "orange", "good": "green", "fair": "yellow", "poor": "orange",
    "mentioned": "purple", "quiet": "grey",
}  # fmt: skip


def hue_of_state(state: str) -> str:
    """Return the hue of a state."""
    return OF_STATE.get(state, "grey")


def style() -> str:
    """Return the style sheet of all pictures. Its names are kept to pictures, wherever one is put."""
    return "".join((
        ".gsp text{font:12px system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif}",
        ".gsp .b{font-weight:600}.gsp .s{font-size:11px}.gsp .h{font-size:17px;font-weight:600}",
        ".gsp .m{text-anchor:middle}.gsp .e{text-anchor:end}",
        ".gsp .line{fill:none;stroke-width:1.8;stroke-linejoin:round}.gsp .hair{stroke-width:1;fill:none}",
        ".gsp .dash{stroke-dasharray:4 3}.gsp .soft{opacity:.5}.gsp .faint{opacity:.14}",
        ".gsp .pad{opacity:.7}.gsp .bar{opacity:.38}.gsp .part{opacity:.6}.gsp .bare{fill:none}",
        ".gsp .edge{stroke-width:1.6}.gsp .badge{stroke-width:1.3}.gsp .tie{fill:none;opacity:.42}",
        _colours(GREY | HUES),
        "@media (prefers-color-scheme:dark){", _colours(GREY_DARK | HUES_DARK), "}",
    ))  # fmt: skip


def _colours(colours: Mapping[str, str]) -> str:
    """Return the classes of each colour: `f-` fills with it, `k-` strokes with it."""
    return "".join(f".gsp .f-{name}{{fill:{code}}}.gsp .k-{name}{{stroke:{code}}}" for name, code in colours.items())
