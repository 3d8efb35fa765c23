"""Work: a title → occupations, trades, seniority; how near two titles are."""
