"""Makes the heads of the sentence model: python -m tools.train_heads [--data DIR] [--only tone,advocacy,...].

The head of tone learns from GoEmotions and the UCI labelled sentences (both CC BY 4.0), which lie in DIR/sentiment.
The others learn from one half of `tools/model_lines/*.tsv`, which were written for this and stand in no set that
measures; the same two sets stand beside them as talk that is neither. The other half of the lines is kept apart.
"""

import argparse
import gzip
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from graph_service.reading.model.heads import HeadFile, Matrix
from graph_service.reading.model.sayings import sight
from graph_service.reading.model.sentence_model import embed
from graph_service.reading.plain_text.wording import Line, plain_text
from graph_service.reading.sentences import Sentence
from graph_service.reading.setting import Vocabulary

HEADS = Path(__file__).parent.parent / "graph_service" / "reading" / "model"
LINES = Path(__file__).parent / "model_lines"
NAMES = Vocabulary(("the product",), (), (), (("another vendor",),))
STEPS, DIGITS = 800, 4
MOST_COMMENTS, MOST_NEUTRAL = 12_000, 2_000
ASIDE = 0.2
"""How much a text counts that was not written for the task."""
GOOD = "admiration approval caring excitement joy love optimism pride relief amusement"
BAD = "anger annoyance disappointment disapproval disgust embarrassment grief remorse sadness fear nervousness"
REVIEWS = ("amazon_cells", "yelp", "imdb")


@dataclass(frozen=True, slots=True)
class Task:
    """What a head learns: inputs with class and weight, the classes, and how freely it may fit (1 / penalty)."""

    about: str
    inputs: NDArray[np.float32]
    labels: tuple[str, ...]
    shares: tuple[float, ...]
    classes: tuple[str, ...]
    freedom: float


def written_lines(*, kept: bool) -> list[tuple[str, str, str]]:
    """Return file, label and text of the lines of one half: the one to learn from, or the one kept apart."""
    found = []
    for path in sorted(LINES.glob("*.tsv")):
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        found += [(path.stem, label, text) for label, text in rows]
    return [one for one in found if bool(int(sha256(one[2].encode()).hexdigest()[:8], 16) % 2) is kept]


def line_of(text: str) -> Line:
    """Return a written line as one sentence in plain form, the stand-ins for names marked."""
    read = plain_text(text, NAMES).marked
    words = frozenset(word for one in read for word in one.words)
    return Line(Sentence(text, 0, len(text), 0), " ".join(one.plain for one in read), words)


def saying_task(data: Path, name: str) -> Task:
    """Return what a head of sayings learns: "advocacy" and "request" whether it is one."""
    lines = written_lines(kept=False)
    labels = [name if _is(name, label) else "none" for _, label, _ in lines]
    aside = _other_talk(data)
    inputs = np.vstack([np.stack([sight(line_of(text)) for *_, text in lines]), aside])
    own, others = labels.count(name), labels.count("none")
    shares = [(others / own) ** 0.5 if label == name else 1.0 for label in labels] + [ASIDE] * len(aside)
    about = "lines of tools/model_lines; as talk that is neither, GoEmotions and UCI sentences (both CC BY 4.0)"
    return Task(about, inputs, (*labels, *("none" for _ in aside)), tuple(shares), ("none", name), 1.5)


@cache
def _other_talk(data: Path) -> NDArray[np.float32]:
    comments = [text for text, kind in _comments(data / "sentiment" / "goemotions") if kind == "neu"][:MOST_NEUTRAL]
    reviews = [text for text, _ in _reviews(data / "sentiment" / "uci_sentences")]
    return np.stack([sight(line_of(text)) for text in (*comments, *reviews)])


def _is(name: str, label: str) -> bool:
    return label == name if name == "request" else label not in {"none", "request"}


def act_task() -> Task:
    """Return what tells the acts of advocacy apart: the lines that are one."""
    lines = [(label, text) for _, label, text in written_lines(kept=False) if _is("advocacy", label)]
    labels = tuple(label for label, _ in lines)
    inputs = np.stack([sight(line_of(text)) for _, text in lines])
    about = "the lines of tools/model_lines that are acts of advocacy"
    return Task(about, inputs, labels, (1.0,) * len(labels), tuple(sorted(set(labels))), 3.0)


def tone_task(data: Path) -> Task:
    """Return the texts of tone: Reddit comments with feelings of one kind only, and sentences of reviews."""
    pairs = (*_comments(data / "sentiment" / "goemotions"), *_reviews(data / "sentiment" / "uci_sentences"))
    about = "GoEmotions (Google) and UCI Sentiment Labelled Sentences (Kotzias et al. 2015), both CC BY 4.0"
    labels = tuple(label for _, label in pairs)
    return Task(about, embed([text for text, _ in pairs]), labels, (1.0,) * len(labels), ("neg", "neu", "pos"), 0.3)


def _comments(folder: Path) -> Iterator[tuple[str, str]]:
    with gzip.open(folder / "labels.txt.gz", "rt", encoding="utf-8") as stream:
        names = stream.read().split()
    with gzip.open(folder / "train.tsv.gz", "rt", encoding="utf-8") as stream:
        rows = [line.rstrip("\n").split("\t") for _, line in zip(range(MOST_COMMENTS), stream, strict=False)]
    for text, ids, _ in rows:
        felt = {names[int(one)] for one in ids.split(",")}
        kinds = [kind for kind, known in (("pos", GOOD), ("neg", BAD)) if felt & set(known.split())]
        if len(kinds) == 1 or felt == {"neutral"}:
            yield text, kinds[0] if kinds else "neu"


def _reviews(folder: Path) -> Iterator[tuple[str, str]]:
    for name in REVIEWS:
        with gzip.open(folder / f"{name}_labelled.txt.gz", "rt", encoding="utf-8") as stream:
            for line in stream:
                text, good = line.rstrip("\n").rsplit("\t", 1)
                yield text, "pos" if good == "1" else "neg"


def fit(vectors: Matrix, wanted: Matrix, counts: Matrix, freedom: float) -> tuple[Matrix, Matrix]:
    """Return weights and bias of a logistic regression with a squared penalty on the weights, by Nesterov's steps.

    `wanted` has a row a text with 1 in the column of its class, `counts` what each text counts. The same input gives
    the same result.
    """
    inputs = np.hstack([vectors, np.ones((len(vectors), 1))])
    penalty = np.full((inputs.shape[1], 1), 1 / freedom)
    penalty[-1] = 0.0
    step = 1 / (0.5 * np.linalg.norm(inputs * counts**0.5, 2) ** 2 + 1 / freedom)
    weights = np.zeros((inputs.shape[1], wanted.shape[1]))
    ahead = weights.copy()
    for at in range(STEPS):
        scores = inputs @ ahead
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        following = ahead - step * (inputs.T @ ((shares - wanted) * counts) + penalty * ahead)
        ahead = following + at / (at + 3) * (following - weights)
        weights = following
    return weights[:-1].T, weights[-1]


def train(name: str, task: Task) -> None:
    """Write the file of one head."""
    wanted = np.array([[float(label == one) for one in task.classes] for label in task.labels])
    counts = np.array(task.shares)[:, None]
    weights, bias = fit(task.inputs.astype(np.float64), wanted, counts, task.freedom)
    made = HeadFile(
        about=task.about,
        classes=task.classes,
        weights=tuple(tuple(round(float(one), DIGITS) for one in row) for row in weights),
        bias=tuple(round(float(one), DIGITS) for one in bias),
    )
    (HEADS / f"head_{name}.json").write_bytes(msgspec.json.encode(made) + b"\n")
    print(f"{name}: {len(task.labels)} texts, {', '.join(task.classes)}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Train the heads that were asked for, or all."""
    parser = argparse.ArgumentParser(description="Make the heads of the sentence model.")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="the folder with the labelled sets")
    parser.add_argument("--only", default="", help="names of heads, such as tone,acts")
    options = parser.parse_args(arguments)
    tasks: dict[str, Callable[[], Task]] = {
        "tone": lambda: tone_task(options.data),
        "advocacy": lambda: saying_task(options.data, "advocacy"),
        "request": lambda: saying_task(options.data, "request"),
        "acts": act_task,
    }
    for name in [one for one in options.only.split(",") if one] or tasks:
        train(name, tasks[name]())
    return 0


if __name__ == "__main__":
    sys.exit(main())
