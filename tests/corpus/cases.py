"""The corpus: every format in its styles, clean and with each noise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from . import noise_rows, render_docx, render_html, render_pdf, render_text, render_xlsx
from .noise import NOISES
from .paper import Paper, lay_out
from .reports import FORMS, MadeReport, make_report
from .truth import Truth

STYLES: dict[str, tuple[str, ...]] = {
    "html": tuple(render_html.SITES),
    "text": tuple(render_text.STYLES),
    "docx": render_docx.TRAITS,
    "pdf": render_pdf.TRAITS,
    "xlsx": render_xlsx.TRAITS,
}
"""The styles of each format."""
ENCODINGS = {"html": tuple(render_html.ENCODINGS), "text": render_text.ENCODINGS}
SEVERAL = "several at once"
_BREAKING = tuple(name for name, noise in NOISES.items()
                  if noise.change.__module__ == noise_rows.__name__)
_RENDER: dict[str, Callable[[Paper, str, Random], bytes]] = {
    "docx": render_docx.render_docx, "pdf": render_pdf.render_pdf,
    "xlsx": render_xlsx.render_xlsx,
}


@dataclass(frozen=True, slots=True)
class Case:
    """One file of the corpus."""

    format: str
    style: str
    form: str
    seed: int
    noise: str = ""
    encoding: str = "utf-8"

    @property
    def name(self) -> str:
        """What tells it from the others."""
        more = "".join(f", {part}" for part in (self.noise, self.encoding) if part not in
                       ("", "utf-8"))
        return f"{self.format}, {self.style}, {self.form} {self.seed}{more}"

    @property
    def suffix(self) -> str:
        """Ending of the file's name."""
        if self.format == "text":
            return ".md" if self.style == "markdown" else ".txt"
        return f".{self.format}"

    def make(self) -> tuple[bytes, Truth, MadeReport]:
        """The file, what is printed in it, and the report behind it."""
        chance = Random(self.name)
        report = make_report(self.form, self.seed)
        paper, truth = lay_out(report), report.truth()
        for name in self._noises(report, chance):
            NOISES[name].change(paper, truth, chance)
        return self._render(paper, chance), truth, report

    def _noises(self, report: MadeReport, chance: Random) -> list[str]:
        if self.noise != SEVERAL:
            return [self.noise] if self.noise else []
        fitting = [name for name in NOISES if fits(name, self.format, self.style, report)]
        gentle = [name for name in fitting if name not in _BREAKING]
        breaking = [name for name in fitting if name in _BREAKING]
        return [*chance.sample(breaking, min(1, len(breaking))), *chance.sample(gentle, 2)]

    def _render(self, paper: Paper, chance: Random) -> bytes:
        if self.format == "html":
            return render_html.render_html(paper, self.style, chance, self.encoding)
        if self.format == "text":
            return render_text.render_text(paper, self.style, chance, self.encoding)
        return _RENDER[self.format](paper, self.style, chance)


def fits(noise: str, format: str, style: str, report: MadeReport) -> bool:
    """Whether a noise makes sense for a report in a style of a format."""
    known = NOISES[noise]
    if known.tables and not known.tables & set(report.tables):
        return False
    return not (known.needs_grid and format == "text" and style in render_text.FLAT)


def clean_cases(seeds: range, forms: tuple[str, ...] = FORMS) -> Iterator[Case]:
    """Every format in every style and encoding, without noise."""
    for seed in seeds:
        for form in forms:
            for format, styles in STYLES.items():
                for style in styles:
                    yield Case(format, style, form, seed)
                for encoding in ENCODINGS.get(format, ()):
                    if encoding != "utf-8":
                        style = styles[(seed + len(encoding)) % len(styles)]
                        yield Case(format, style, form, seed, encoding=encoding)


def noisy_cases(seeds: range, forms: tuple[str, ...] = FORMS) -> Iterator[Case]:
    """Every noise in every format, in styles that take turns."""
    turn = 0
    for seed in seeds:
        for form in forms:
            report = make_report(form, seed)
            for noise in (*NOISES, SEVERAL):
                for format, styles in STYLES.items():
                    turn += 1
                    for at in range(len(styles)):
                        style = styles[(turn + at) % len(styles)]
                        if noise == SEVERAL or fits(noise, format, style, report):
                            yield Case(format, style, form, seed, noise)
                            break
