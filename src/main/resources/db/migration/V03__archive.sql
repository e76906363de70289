-- One row acknowledges one original; the file was on the disk before the row was written. Append only.
create table archived_original (
    sequence    integer primary key,
    digest      text    not null unique check (length(digest) = 64),
    size        integer not null check (size > 0),
    archived_at integer not null,
    document    text    not null unique references register_entry (document),
    code        text    not null unique
);

-- Also stops "insert or replace", which would take a row away without firing the delete trigger.
create trigger archived_original_takes_the_next_place
    before insert on archived_original
    when new.sequence <> (select coalesce(max(sequence), 0) + 1 from archived_original)
        or exists (select 1 from archived_original o
                   where o.digest = new.digest or o.document = new.document or o.code = new.code)
begin
    select raise(abort, 'an original takes the next place in the archive, once');
end;

create trigger archived_original_is_never_changed
    before update on archived_original
begin
    select raise(abort, 'an archived original is never changed');
end;

create trigger archived_original_is_never_removed
    before delete on archived_original
begin
    select raise(abort, 'an archived original is never removed');
end;
