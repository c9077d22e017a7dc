"""A corpus made from seeds: one structured report, printed in many ways, with named noise."""
