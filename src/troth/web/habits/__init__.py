"""My habits: what helps and what hurts in my own messages of a chat, month by month."""
