"""
The tables of the built-in formats, one module a kind of row; `fazhi.formats.national` joins them.
"""
