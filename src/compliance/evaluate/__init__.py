"""From a report to results: every rule in force, on each of its subjects."""

from compliance.evaluate.engine import Engine
from compliance.evaluate.program import Program, build_program

__all__ = ["Engine", "Program", "build_program"]
