"""What a cell with an amount of money says. Pure; no files, no clock.

Raises ValueError with a reason for a cell that cannot be read, or that can be read in two ways: a wrong amount is
worse than an unknown one.
"""

import re

from graph_service.ingest.connectors.crm_values import is_nothing

# A bare "$" is taken for US dollars; a currency column outweighs it.
SYMBOLS = {"€": "EUR", "£": "GBP", "¥": "JPY", "$": "USD", "₹": "INR", "₺": "TRY", "zł": "PLN", "kr": ""}
SCALES = {"": 1.0, "k": 1e3, "t": 1e3, "m": 1e6, "mn": 1e6, "mio": 1e6, "mm": 1e6, "b": 1e9, "bn": 1e9}
_AMOUNT = re.compile(r"^(?P<sign>[-+]?)(?P<number>\d[\d.,]*)(?P<scale>k|t|mio|mn|mm|m|bn|b)?$")
_GROUPED = re.compile(r"^\d{1,3}(?:[.,]\d{3})+$|^\d{1,2}(?:,\d{2})+,\d{3}$")


def read_amount(text: str, decimal: str = "") -> tuple[float | None, str]:
    """Return the amount in a cell and the currency it names ("" when it names none).

    `decimal` ("." or ",") settles what "1.200" means; without it such a cell raises ValueError.
    """
    if is_nothing(text):
        return None, ""
    bare, currency = _without_currency(text)
    if bare.startswith("(") and bare.endswith(")"):
        bare = "-" + bare[1:-1]
    if re.fullmatch(r"[-+]?\d+(\.\d+)?e\+?\d{1,2}", bare):
        return float(bare), currency
    match = _AMOUNT.match(bare)
    if not match:
        raise ValueError(f"{text!r} is not an amount")
    # Nobody writes euros with three decimals, so "€1.200" can only mean thousands.
    is_thousands = currency == "EUR" and re.fullmatch(r"\d{1,3}\.\d{3}", match["number"])
    value = _number(match["number"], decimal or ("," if is_thousands else ""), text)
    return (-value if match["sign"] == "-" else value) * SCALES[match["scale"] or ""], currency


def _without_currency(text: str) -> tuple[str, str]:
    bare = re.sub(r"[\s'’\u00a0\u202f]", "", text).replace("−", "-")
    code = re.search(r"^[A-Z]{3}(?=[-(\d])|(?<=[\d)kKmM])[A-Z]{3}$", bare)
    if code:
        return bare.replace(code[0], "").casefold(), code[0]
    bare = bare.replace("US$", "$").casefold()
    for symbol, currency in SYMBOLS.items():
        if symbol in bare:
            return bare.replace(symbol, ""), currency
    return bare, ""


def _number(digits: str, decimal: str, text: str) -> float:
    """Return the number behind digits with dots and commas; the rightmost of two different marks is the decimal."""
    marks = set(digits) & {".", ","}
    if len(marks) == 2:
        decimal = digits[max(digits.rfind("."), digits.rfind(","))]
    elif marks and not decimal:
        decimal = _lone_mark(digits, marks.pop(), text)
    group = "," if decimal == "." else "."
    whole, _, rest = digits.partition(decimal) if decimal else (digits, "", "")
    if (group in whole and not _GROUPED.match(whole)) or not (rest.isdigit() or not rest):
        raise ValueError(f"{text!r} is not an amount")
    return float(f"{whole.replace(group, '')}.{rest or 0}")


def _lone_mark(digits: str, mark: str, text: str) -> str:
    """Return the decimal mark when `digits` hold only one kind of mark."""
    other = "," if mark == "." else "."
    if not _GROUPED.match(digits):
        return mark
    if mark == "." and digits.count(".") == 1:
        raise ValueError(f"{text!r} may mean thousands or decimals")
    return other
