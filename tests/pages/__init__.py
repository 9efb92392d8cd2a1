"""Every page as the app draws it, without a browser."""
