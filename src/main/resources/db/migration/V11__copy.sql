-- One row for each copy made (bản sao); its file was on the disk before the row was written. Append only.
-- The number of a paper copy is the one in the body's own register of copies, written in by hand or typed: not given here.
create table made_copy (
    id        text    primary key,
    form      text    not null check (form in ('FULL', 'OF_A_COPY', 'EXTRACT')),
    medium    text    not null check (medium in ('PAPER', 'ELECTRONIC')),
    agency    text    not null references agency (id),
    document  text    references register_entry (document),
    of_copy   text    references made_copy (id),
    subject   text    not null,
    foot      text,
    digest    text    not null check (length(digest) = 64),
    size      integer not null check (size > 0),
    pages     integer not null check (pages > 0),
    archival  integer not null check (archival in (0, 1)),
    made_by   text    not null,
    made_at   integer not null
);

create index made_copy_agency on made_copy (agency, made_at);

create trigger made_copy_is_never_changed
    before update on made_copy
begin
    select raise(abort, 'a copy that was made is never changed');
end;

create trigger made_copy_is_never_removed
    before delete on made_copy
begin
    select raise(abort, 'a copy that was made is never removed');
end;

-- Also stops "insert or replace", which would take a row away without firing the delete trigger.
create trigger made_copy_is_new
    before insert on made_copy
    when exists (select 1 from made_copy m where m.id = new.id)
begin
    select raise(abort, 'a copy is made once');
end;
