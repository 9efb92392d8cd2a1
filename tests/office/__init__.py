"""LibreOffice for the tests of the files that the register gives away."""
