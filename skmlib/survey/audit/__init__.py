"""The audit of a published report: which printed figures follow from the others, and how, without any answers."""
