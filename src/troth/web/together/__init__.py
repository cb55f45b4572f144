"""What is out there of mine, what was given to me, and how something is shared, kept up to date and taken back."""
