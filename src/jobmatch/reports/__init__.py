"""What leaves the program to be read: printable pages, cards, sheets, calendars and plots."""
