--liquibase formatted sql

--changeset parley:installation
-- What belongs to the database as a whole; one row.
create table installation (
  one boolean primary key default true check (one),
  -- Derived from the installation's key: tells whether that is still the same.
  key_check bytea not null
);
