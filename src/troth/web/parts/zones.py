"""Time zones to choose from."""

import zoneinfo

ZONES = [(name, name.replace("_", " ")) for name in sorted(zoneinfo.available_timezones()) if "/" in name] + [
    ("UTC", "UTC")
]
