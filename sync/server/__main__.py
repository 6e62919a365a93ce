"""``kaikukanta-server``, also ``python -m sync.server``."""

import sys

from sync.server.cli import run_command


def main() -> None:
    """Run the command that the arguments name, and end with its exit status."""
    sys.exit(run_command(sys.argv[1:]))


if __name__ == "__main__":
    main()
