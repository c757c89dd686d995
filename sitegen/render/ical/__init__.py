"""iCalendar (RFC 5545) as bytes: zones, entries, feeds. Knows nothing of sites."""
