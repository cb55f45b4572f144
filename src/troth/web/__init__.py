"""Pages: one folder a subject, template beside its view."""
