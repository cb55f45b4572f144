"""FHIR R4B in and out, and our own check of responses."""
