"""The rep's own calendar, read where the rep is: meetings, whom they were with, hours per layer. Nothing is stored."""
