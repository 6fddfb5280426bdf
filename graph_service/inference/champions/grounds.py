"""What a probability and a change of state rest on: terms with the sentences and interactions behind them.

Owns which evidence a term names, at most five of each, the newest first. It may not compute a probability or a state.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph_service.domain.facts import SpellFact, Term, epoch_day
from graph_service.inference.casefile import Saying
from graph_service.inference.champions.acts import Act, newest_uids
from graph_service.inference.champions.gate import Pin
from graph_service.inference.champions.probability import Standing, terms_of
from graph_service.inference.evidence import CAP, Trail


@dataclass(frozen=True, slots=True)
class Grounds:
    """All that one person's terms may name; `tones` and `acts` ascend by day. Influence is explained by its own."""

    standing: Standing
    trail: Trail
    acts: Sequence[Act]
    tones: Sequence[Saying]
    pins: Sequence[Pin]
    falling: Sequence[SpellFact]
    quiet: Sequence[SpellFact]

    def terms_on(self, day: int) -> tuple[Term, ...]:
        """Return P at the end of `day` as a sum of named terms."""
        parts = self.standing.parts(day)
        newest = self.trail.newest(day)
        acts = newest_uids(self.acts, day, CAP)
        tones = _few(one.uid for one in reversed(self.tones) if one.day <= day)
        return terms_of(parts, (newest, tones, acts, (), _behind(self.falling, day), newest))

    def terms_of_change(self, day: int, reasons: Sequence[str]) -> tuple[Term, ...]:
        """Return the terms of P on the day of a change, and the reasons outside P as terms of zero."""
        named = {
            "ruling": _few(pin.uid for pin in reversed(self.pins) if pin.day <= day),
            "gone_quiet": _behind(self.quiet, day) or self.trail.newest(day),
            "spoke_against": newest_uids(self.acts, day, CAP, against=True),
        }
        causes = (Term(name, 0.0, uids[:1] if name == "ruling" else uids) for name, uids in named.items())
        return *self.terms_on(day), *(term for term in causes if term.name in reasons)


def _behind(spells: Sequence[SpellFact], day: int) -> tuple[str, ...]:
    """Return what the newest of `spells` by `day` rests on."""
    held = [one for one in spells if epoch_day(one.valid_from) <= day]
    return _few(uid for term in held[-1].terms for uid in term.evidence) if held else ()


def _few(uids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(uids))[:CAP]
