"""The shared database: schema, rules, queries, commands, importers, exports."""
