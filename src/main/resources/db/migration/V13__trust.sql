-- Every version of the trust data ever loaded, as its file came. Append only.
create table trust_version (
    sequence  integer primary key,
    digest    text    not null unique check (length(digest) = 64),
    version   text    not null,
    body      blob    not null,
    loaded_at integer not null,
    loaded_by text    not null
);

-- Who put which version in force, and when; the last line is what is in force. Append only.
create table trust_approval (
    sequence    integer primary key,
    digest      text    not null references trust_version (digest),
    approved_at integer not null,
    approved_by text    not null
);

create trigger trust_version_is_never_changed
    before update on trust_version
begin
    select raise(abort, 'a version of the trust data is never changed');
end;

create trigger trust_version_is_never_removed
    before delete on trust_version
begin
    select raise(abort, 'a version of the trust data is never removed');
end;

create trigger trust_approval_is_never_changed
    before update on trust_approval
begin
    select raise(abort, 'an approval is never changed');
end;

create trigger trust_approval_is_never_removed
    before delete on trust_approval
begin
    select raise(abort, 'an approval is never removed');
end;
