"""The door: sign up, sign in, unlock, recover, lock, leave."""
