-- What was later appended to an original so that it can be believed longer: kept beside it, in pieces. The original
-- followed by its pieces 1 to n is the renewed file. Append only.
create table archived_extension (
    sequence integer primary key,
    document text    not null references archived_original (document),
    part     integer not null check (part > 0),
    bytes    blob    not null,
    digest   text    not null check (length(digest) = 64),
    whole    text    not null unique check (length(whole) = 64),
    made_at  integer not null,
    reason   text    not null,
    unique (document, part)
);

create trigger archived_extension_takes_the_next_part
    before insert on archived_extension
    when new.part <> (select coalesce(max(part), 0) + 1 from archived_extension where document = new.document)
begin
    select raise(abort, 'an extension takes the next part of its document');
end;

create trigger archived_extension_is_never_changed
    before update on archived_extension
begin
    select raise(abort, 'an extension is never changed');
end;

create trigger archived_extension_is_never_removed
    before delete on archived_extension
begin
    select raise(abort, 'an extension is never removed');
end;

-- How long each document's newest time-stamp proves. Derived: may be emptied, and is then made anew.
create table preservation (
    document  text    primary key references archived_original (document),
    part      integer not null,
    trust     text    not null,
    level     text    not null,
    ends_at   integer,
    ends_by   text    not null,
    ends_name text    not null,
    failed_at integer,
    failure   text
);

create index preservation_end on preservation (ends_at);
