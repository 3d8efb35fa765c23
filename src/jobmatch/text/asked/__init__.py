"""What a posting asks and a client has: schooling, years, skills, papers, hours, demands on the body."""
