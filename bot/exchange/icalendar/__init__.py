"""iCalendar (RFC 5545): events read into the programme, and the programme written as calendars."""
