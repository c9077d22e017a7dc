"""Pages made from the rules and from the code: one source for the site and the terminal.

Each page is Markdown text.  ``python -m compliance.reference`` lays out the
source of the site; ``compliance rules ID`` prints the page of a rule.
"""
