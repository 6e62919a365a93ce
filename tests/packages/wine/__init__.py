"""The Windows package, built and used under wine: no Windows, but the nearest to it on a Linux."""
