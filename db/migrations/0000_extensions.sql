-- Chinese search by parts of words; needs a cluster with a UTF-8 character type (db/README.md)
create extension if not exists pg_trgm;
