"""Where a run of letters was cut off from its neighbours: a noisy channel for lost spaces.

Start reading at `lattice`: it weighs *one word, a name or an identifier* against *these words, their spaces lost*.
`units` says what may stand between two cuts, `evidence` turns the winner into features, `confidence` those into a
probability; `caution` and `assurance` are the classes of shapes that it may not be trusted with.
"""
