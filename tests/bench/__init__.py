"""Speed, memory and faults, measured as the bot would run: `make bench`."""

from index.memory import multiply_in_one_thread

# Before anything imports NumPy.
multiply_in_one_thread()
