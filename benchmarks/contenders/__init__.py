"""One module for each contender.

``prepare(relations)`` gives a function from a report (parsed JSON) to the ids of
the relations that fail.  A module may also have

- ``prepare_text(relations)``: the same from JSON text, where the contender has a
  JSON parser of its own; otherwise ``json.loads`` stands before ``prepare``;
- ``prepare_ready(relations)``: a pair (convert, judge), where the contender works
  on a form of its own: ``judge`` then shows the verdict without the conversion;
- ``prepare_tuned(relations)``: as ``prepare``, in the fastest way that was found
  where that is not the usual one;
- ``prepare_batch(relations)``: from all reports at once to a list of failures.
"""
