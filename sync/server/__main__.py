"""``kaikukanta-server``, also ``python -m sync.server``."""

from sync.loading import loading


def main() -> None:
    """Run the command that the arguments name, and end with its exit status."""
    with loading():
        from sync.server.commands import cli  # noqa: PLC0415 - to be spared

    cli.main(prog_name="kaikukanta-server")


if __name__ == "__main__":
    main()
