"""How tests by properties run: other tests share the processors, so no example is failed for the time it takes."""

from hypothesis import HealthCheck, settings

settings.register_profile("shared processors", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shared processors")
