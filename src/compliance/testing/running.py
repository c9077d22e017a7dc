"""Run the cases of rules without pytest: ``compliance rules --test``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.text import Language
from compliance.plugin.folder import rules_folder
from compliance.plugin.library import Library
from compliance.testing.cases import ENDING, Case, lacking, library_for, read_cases, run_case


def run(paths: Sequence[str], language: Language, rules: Sequence[str] = (),
        plugins: Sequence[str] = ()) -> tuple[str, bool]:
    """What a person reads of the cases at ``paths``, and whether all hold.

    Args:
        paths: files of cases, packs beside such files, and folders; the built-in rules
            when there are none.
        language: language of the text.
        rules: further packs that the cases need, by their paths.
        plugins: further plug-ins that the cases need, by their paths.

    Raises:
        Problem: there is no file of cases, or one is broken.
    """
    files = _files(paths or [str(rules_folder() / "packs")])
    lines: list[str] = []
    count = failed = 0
    for file in files:
        library = library_for(file, rules, plugins)
        cases = read_cases(file)
        for case in cases:
            count += 1
            why = _why(case, library, language)
            if why:
                failed += 1
                line = f":{case.location.line}" if case.location else ""
                lines += [f"{file}{line}: {case.name}", f"  {why}"]
        pack = file.name.removesuffix(ENDING)
        missing = lacking(cases, library, pack) if pack in library.packs else []
        if missing:
            failed += 1
            count += 1
            words = say("testing.lacking", rules=", ".join(missing)).in_(language)
            lines += [f"{file}", f"  {words}"]
    done = say("testing.some_fail", count=count, failed=failed) if failed \
        else say("testing.all_hold", count=count)
    return "\n".join([*lines, done.in_(language)]), not failed


def _why(case: Case, library: Library, language: Language) -> str:
    try:
        why = run_case(case, library)
    except Problem as problem:
        return problem.text.in_(language)
    return why.in_(language) if why is not None else ""


def _files(paths: Sequence[str]) -> list[Path]:
    found: list[Path] = []
    for path in map(Path, paths):
        if path.is_dir():
            found += sorted(path.rglob(f"*{ENDING}"))
        elif path.name.endswith(ENDING):
            found.append(path)
        else:
            found.append(path.with_name(f"{path.stem}{ENDING}"))
    missing = [path for path in found if not path.is_file()]
    if missing or not found:
        raise Problem(say("testing.no_cases"), str(missing[0]) if missing else paths[0])
    return found
