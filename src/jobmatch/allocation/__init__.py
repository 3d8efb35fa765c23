"""Both sides of the market: clients for a posting, why a posting finds nobody, who meets whom at a fair."""
