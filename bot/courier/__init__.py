"""Brings messages for many to everyone they are for, at a pace that Telegram allows."""
