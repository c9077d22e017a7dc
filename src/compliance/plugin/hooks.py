"""Functions of a plug-in that are meant as hooks and are none."""

from __future__ import annotations

import inspect
import os
from typing import Any

import pluggy

from compliance.errors import Problem
from compliance.messages import say
from compliance.plugin import hookspecs
from compliance.plugin.near import or_near


def refuse_unknown_hooks(name: str, plugin: Any, manager: pluggy.PluginManager) -> None:
    """Check the hooks of a plug-in by their names.

    Raises:
        Problem: a marked function is no hook, or a hook of the module is not marked.
    """
    known = [hook for hook, spec in vars(hookspecs).items() if hasattr(spec, "compliance_spec")]
    for attribute, function in list(vars(plugin).items()):
        if not inspect.isfunction(function) or function.__module__ != plugin.__name__:
            continue
        marked = manager.parse_hookimpl_opts(plugin, attribute) is not None
        place = _place(function) or name
        if marked and attribute not in known:
            words = say("plugin.unknown_hook", place=place, name=attribute)
            raise Problem(or_near(words, attribute, known))
        if attribute in known and not marked:
            raise Problem(say("plugin.unmarked_hook", place=place, name=attribute))


def _place(function: Any) -> str:
    """The file and the line in which a function begins."""
    code = function.__code__
    return f"{os.path.basename(code.co_filename)}:{code.co_firstlineno}"
