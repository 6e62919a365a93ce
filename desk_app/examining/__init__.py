"""Looking whether all is well: ``self-test`` asks the build, ``doctor`` the machine it runs on."""
