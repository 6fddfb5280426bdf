"""How well and how fast texts are read: python -m bench.reading [--data DIR], over `bench/reading_*.py`."""

import sys
from pathlib import Path

from bench.measures import Bench, run

READING = Bench("reading_", "How well texts are read", Path(__file__).with_suffix(".md"), "make bench-reading")

if __name__ == "__main__":
    sys.exit(run(READING))
