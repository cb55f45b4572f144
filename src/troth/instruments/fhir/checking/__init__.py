"""Checks a QuestionnaireResponse against its Questionnaire: every rule, on any form, never a crash."""
