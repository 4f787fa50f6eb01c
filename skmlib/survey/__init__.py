"""What the numbers mean: pure functions from answers to scores, and the `read_` functions that bring the answers in.

Answers are tallied into whole numbers (`tally`), and everything else is computed from the tally with the numbers of the
regulation (`regulation`): scores and intervals (`scores`, `groups`), priorities (`priorities`), trend (`trend`),
validity and reliability (`reliability`). Nothing here displays, and nothing here rounds before the end.
"""
