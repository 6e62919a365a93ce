"""The statistics page, its charts, and the report."""
