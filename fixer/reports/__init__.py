"""Reports: a result and nothing else goes in, lines go out. One file a format.

Each format converts offsets to its own unit in one place, `units.py`.
"""
