"""A coded check: the title is not too long."""

from collections.abc import Iterator

from compliance.checks.observation import Context, Observation
from compliance.model.audit import Outcome
from compliance.model.text import Text
from compliance.plugin import hookimpl

COMPLIANCE_API = 1


@hookimpl
def checks() -> dict[str, str]:
    return {"title_short": f"{__name__}:title_short"}


def title_short(context: Context) -> Iterator[Observation]:
    """The title has at most so many characters (setting ``most``)."""
    title, most = context.report.title, int(context.rule.settings.get("most", 40))
    subject = Text("标题", "title")
    if not title:
        words = Text("没有读到标题", "no title was read")
        yield Observation(Outcome.UNKNOWN, subject, words)
        return
    words = Text(f"标题 {len(title)} 字，限 {most} 字",
                 f"the title has {len(title)} characters, {most} are allowed")
    outcome = Outcome.PASS if len(title) <= most else Outcome.FAIL
    yield Observation(outcome, subject, words, location=context.report.places.get("title"))
