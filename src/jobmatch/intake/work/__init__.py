"""Work: which kinds of it a note names, as wanted, refused or done, how long, and why it ended."""
