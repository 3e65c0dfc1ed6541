"""Readers of what administrations hand in: deadline phrases, plans, reports, indicators.

Each reader only reads: it turns a phrase or a file into plain records with findings and questions
and writes nothing; what is saved goes through `data_access.commands`.
"""
