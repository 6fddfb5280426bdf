"""Small questions about syntax trees: their branches, words and places."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from lark import Token, Tree

from graph_service.errors import QuestionError
from graph_service.query.names import place
from graph_service.query.problems import QuestionTextError


def branches(tree: Tree[Token]) -> list[Tree[Token]]:
    """Return the children that are trees."""
    return [child for child in tree.children if isinstance(child, Tree)]


def words(tree: Tree[Token]) -> Sequence[Token]:
    """Return the words of a phrase."""
    return [child for child in tree.children if isinstance(child, Token)]


def tokens(tree: Tree[Token], *types: str) -> list[Token]:
    """Return the children that are tokens of these types."""
    return [child for child in tree.children if isinstance(child, Token) and child.type in types]


def first_token(tree: Tree[Token]) -> Token:
    """Return the first token of a tree; every rule of the grammar has one."""
    node: Tree[Token] | Token = tree
    while isinstance(node, Tree):
        node = node.children[0]
    return node


@contextmanager
def located(token: Token) -> Iterator[None]:
    """Give errors of the block the place of `token`, unless they have one."""
    try:
        yield
    except QuestionTextError:
        raise
    except QuestionError as error:
        raise QuestionTextError(place(token), str(token), error.message, hint=error.hint) from error
