-- Every audited act, in order, each line chained to the one before it by a digest. Append only.
create table audit_entry (
    sequence integer primary key,
    at       integer not null,
    actor    text    not null,
    act      text    not null,
    document text,
    details  text    not null,
    previous text    not null check (length(previous) = 64),
    hash     text    not null check (length(hash) = 64)
);

create index audit_document on audit_entry (document);

-- Also stops "insert or replace", which would take a line away without firing the delete trigger.
create trigger audit_entry_takes_the_next_place
    before insert on audit_entry
    when new.sequence <> (select coalesce(max(sequence), 0) + 1 from audit_entry)
begin
    select raise(abort, 'an audit entry takes the next place in the chain');
end;

create trigger audit_entry_is_never_changed
    before update on audit_entry
begin
    select raise(abort, 'an audit entry is never changed');
end;

create trigger audit_entry_is_never_removed
    before delete on audit_entry
begin
    select raise(abort, 'an audit entry is never removed');
end;
