"""The pages in this package are whole: they load nothing from elsewhere and never read data as markup."""

import hashlib
import re
from pathlib import Path

import pytest

from graph_service.web.app_parts import STATIC

GRAPHIQL = STATIC / "graphiql"
START = STATIC / "start"
VENDORED = {line.split()[1]: line.split()[0] for line in (GRAPHIQL / "CHECKSUMS").read_text().splitlines()}
OURS = sorted(p for p in STATIC.rglob("*") if p.suffix in {".html", ".css", ".js"} and p.name not in VENDORED)
LOADED = re.compile(
    r"""(?:src|href)\s*=\s*["']?([^"'\s>]*)|url\(\s*["']?([^"')\s]*)|@import\s+["']([^"']*)""", re.IGNORECASE
)
MARKUP_SINKS = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "DOMParser", "eval(", "Function(")


@pytest.mark.parametrize("name", sorted(VENDORED))
def test_a_vendored_file_is_the_published_one(name: str) -> None:
    assert hashlib.sha256((GRAPHIQL / name).read_bytes()).hexdigest() == VENDORED[name]


def test_every_file_of_the_graphiql_folder_is_accounted_for() -> None:
    names = {p.name for p in GRAPHIQL.iterdir() if p.is_file()}
    assert names == {*VENDORED, "CHECKSUMS", "index.html", "boot.js", "page.css"}
    assert {p.name for p in (GRAPHIQL / "licences").iterdir()} >= {"graphiql.txt", "react.txt", "fira-code.txt"}


def test_the_folder_stays_small() -> None:
    assert sum(p.stat().st_size for p in GRAPHIQL.rglob("*")) <= 5_000_000


@pytest.mark.parametrize("path", [p for p in STATIC.rglob("*") if p.suffix in {".html", ".css"}], ids=lambda p: p.name)
def test_pages_and_styles_load_from_this_package_only(path: Path) -> None:
    for groups in LOADED.findall(path.read_text()):
        target = next((group for group in groups if group), "")
        assert target.startswith(("/static/", "#", "data:")) or not target, target
        if target.startswith("/static/"):
            assert (STATIC / target.removeprefix("/static/")).is_file(), target


@pytest.mark.parametrize("path", OURS, ids=lambda p: p.name)
def test_our_files_name_no_address_and_no_markup_sink(path: Path) -> None:
    text = path.read_text()
    assert not re.search(r"https?://|(?<!:)//[a-z0-9-]+\.[a-z]", text)
    assert [sink for sink in MARKUP_SINKS if sink in text] == []


@pytest.mark.parametrize("path", [p for p in OURS if p.suffix == ".html"], ids=lambda p: p.parent.name)
def test_pages_hold_no_inline_script_style_or_listener(path: Path) -> None:
    text = path.read_text()
    assert re.findall(r"<script(?![^>]*\bsrc=)[^>]*>", text) == []
    assert "<style" not in text
    assert re.findall(r"\s(?:on[a-z]+|style)=", text) == []


def test_every_module_that_is_imported_exists() -> None:
    for path in START.glob("*.js"):
        for target in re.findall(r'from "([^"]+)"', path.read_text()):
            assert target.startswith("./"), target
            assert (START / target).is_file(), target


def test_all_graphql_stands_in_one_file() -> None:
    holders = {p.name for p in START.glob("*.js") if re.search(r"`(?:query|mutation) ", p.read_text())}
    assert holders == {"documents.js"}
