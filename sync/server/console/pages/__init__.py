"""The console's pages, a module for each subject; their rights are in the table of rights."""
