"""The charts: data frames in, one drawing out, for the page and for the slide alike."""
