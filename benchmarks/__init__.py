"""How long loading, checking and clicking take, as ratios measured in one run."""
