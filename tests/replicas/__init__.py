"""Two servers of the register behind nginx, as `deploy/` sets them up, with nothing that ties a reader to one of them."""
