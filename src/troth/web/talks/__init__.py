"""Said and heard: a talk in turns, page by page, and a note that each keeps for themself."""
