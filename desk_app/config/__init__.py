"""Settings, the machine's policy, paths, logs, and build information."""
