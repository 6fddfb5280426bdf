"""How well people and accounts are judged: python -m bench.people [--data DIR] [--out FILE], over `bench/people_*.py`.

Simulators are ours, so their figures rank methods and prove no accuracy in the field; invented companies are scored
by `bench.town`, through the whole service.
"""

import sys
from pathlib import Path

from bench.measures import Bench, run

PEOPLE = Bench(
    "people_", "How well people and accounts are judged", Path(__file__).with_suffix(".md"), "make bench-people"
)

if __name__ == "__main__":
    sys.exit(run(PEOPLE))
