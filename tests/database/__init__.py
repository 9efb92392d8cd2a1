"""A PostgreSQL of the system's packages for the tests of what is kept in one."""
