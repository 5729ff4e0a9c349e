"""
The audit: what does not add up, is missing or late.
"""
