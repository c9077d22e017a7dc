"""The hooks of plug-ins, from their specifications."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from compliance.messages import say
from compliance.model.text import Language
from compliance.reference.code_zh import HOOKS_ZH
from compliance.reference.markdown import fenced, from_docstring


def hooks() -> dict[str, Callable[..., Any]]:
    """Every hook by name, in the order of their specifications."""
    from compliance.plugin import hookspecs

    return {name: function for name, function in vars(hookspecs).items()
            if inspect.isfunction(function) and hasattr(function, "compliance_spec")}


def hooks_page(language: Language) -> str:
    """Each hook: what it returns, what it is for, and where its example stands."""
    parts = [f"# {say('reference.hooks').in_(language)}\n",
             say("reference.hooks_about").in_(language) + "\n"]
    for name, function in hooks().items():
        returns = inspect.signature(function).return_annotation
        parts += [
            f"## {name}\n",
            fenced(f"@hookimpl\ndef {name}() -> {returns}: ...", "python"),
            from_docstring((HOOKS_ZH[name] if language == "zh" and name in HOOKS_ZH
                            else inspect.getdoc(function)) or "") + "\n",
            say("reference.hook_example", link=f"../examples/{name}/index.md").in_(language) + "\n",
        ]
    return "\n".join(parts)
