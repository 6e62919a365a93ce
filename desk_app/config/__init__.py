"""Settings, the policy of the machine, paths, logs, and which build this is."""
