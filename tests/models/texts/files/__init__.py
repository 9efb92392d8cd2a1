"""Files of every format, sound and hostile, as they are read."""
