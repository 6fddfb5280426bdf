"""Which forms of leaving a sentence can hold at all, by its words; a form that is left out could not have matched.

It reads the words that a form demands off its template. It decides nothing about people who leave.
"""

import re
from collections.abc import Sequence

from graph_service.reading.departures.forms import Form, plain_source
from graph_service.reading.plain_text.gates import Gates

_WORD = re.compile(r"\w+")


class FormGate:
    """The forms in their order, and the words that let them pass."""

    def __init__(self, forms: Sequence[Form]) -> None:
        self._forms = tuple(forms)
        self._gates = Gates()
        for form in self._forms:
            self._gates.pattern(plain_source(form.template))

    def forms_for(self, lowered: str, sounded: str) -> list[Form]:
        """Return, in order, the forms that a sentence can hold.

        `lowered` is the sentence in lower case, which must hold a word that the form needs; `sounded` is the same with
        the apostrophes that it lacks. An opener that is taken out later takes words with it and adds none.
        """
        passing = self._gates.passing(_WORD.findall(sounded))
        found = []
        while passing:
            lowest = passing & -passing
            passing ^= lowest
            form = self._forms[lowest.bit_length() - 1]
            for word in form.needs:
                if word in lowered:
                    found.append(form)
                    break
        return found
