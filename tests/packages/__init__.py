"""The built package on a system that has never seen Python: ``make package-test``, as root."""
