"""``python -m compliance.reference docs build/docs``: lay out the source of the site."""

from __future__ import annotations

import sys
from pathlib import Path

from compliance.plugin.cache import installed
from compliance.reference.site import lay_out


def main() -> None:
    """Lay out the site from the folder of hand-written pages into another folder."""
    if len(sys.argv) != 3:
        sys.exit("python -m compliance.reference WRITTEN TARGET")
    written, target = map(Path, sys.argv[1:])
    library = installed()
    broken = [plugin.problem.en for plugin in library.plugins if plugin.problem is not None]
    if broken:
        sys.exit("\n".join(broken))
    made = lay_out(written, target, library)
    print(f"{len(made)} pages made in {target}")


main()
