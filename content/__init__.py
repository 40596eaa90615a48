"""Every word a user reads, as YAML, and every document, as Jinja templates.

`schema` says what a file may hold, `loader` reads and checks it once. Nothing in here knows how the
words are used.
"""
