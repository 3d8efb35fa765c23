"""One function a command: its whole story on one screen, with plain arguments."""
