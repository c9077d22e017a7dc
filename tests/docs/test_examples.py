"""Every example in the hand-written pages is run, and prints what the page shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.pages import (
    DOCS,
    Block,
    Workplace,
    blocks,
    example_folder,
    missing,
    pages,
    steps,
)

each_page = pytest.mark.parametrize("page", pages(), ids=str)


@each_page
def test_a_reader_can_follow_the_page(page: Path, tmp_path: Path) -> None:
    workplace = Workplace(tmp_path, page)
    for step in steps(page):
        if isinstance(step, Block):
            workplace.write(step)
            continue
        printed = "".join(map(workplace.run, step.commands))
        lost = missing(step.shown, printed)
        assert not lost, f"{page} shows a line that is not printed: {lost}\n{printed}"


@each_page
def test_no_example_stays_untried(page: Path) -> None:
    for block in blocks(page):
        assert block.title or block.kind in ("sh", "text"), block.text[:80]


@each_page
def test_both_languages_show_the_same_examples(page: Path) -> None:
    twin = Path(*page.parts[1:]) if page.parts[0] == "en" else Path("en") / page
    assert (DOCS / twin).exists()

    def shape(of: Path) -> list[object]:
        return [step.title if isinstance(step, Block)
                else [(command.line.split("--name")[0], command.code) for command in step.commands]
                for step in steps(of)]

    assert shape(page) == shape(twin)


@pytest.mark.parametrize("folder", sorted((DOCS / "examples").iterdir()),
                         ids=lambda path: path.name)
def test_every_file_of_an_example_is_shown(folder: Path) -> None:
    page = Path("examples") / folder.name / "index.md"
    assert example_folder(page) == folder
    shown = {block.title for block in blocks(page) if block.title}
    files = {str(path.relative_to(folder)) for path in folder.rglob("*")
             if path.is_file() and path.suffix not in (".md", ".pyc")}
    assert files == shown
