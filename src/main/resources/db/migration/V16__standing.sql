-- What has become of an issued document since: replaced, recalled, corrected (Decree 30/2020/ND-CP art. 18.3, 18.4).
-- Append only; a line entered by mistake is struck by a later line, and both stay.
create table standing (
    sequence    integer primary key,
    document    text    not null references archived_original (document),
    change      text    not null check (change in ('REPLACED', 'RECALLED', 'CORRECTED', 'STRUCK')),
    since       text    not null check (since glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    by_document text    references archived_original (document),
    by_words    text    not null check (length(by_words) between 1 and 300),
    strikes     integer unique references standing (sequence),
    entered_by  text    not null,
    entered_at  integer not null,
    check ((change = 'STRUCK') = (strikes is not null)),
    check (by_document is null or by_document <> document)
);

create index standing_of_document on standing (document);

create trigger standing_takes_the_next_place
    before insert on standing
    when new.sequence <> (select coalesce(max(sequence), 0) + 1 from standing)
begin
    select raise(abort, 'a line takes the next place');
end;

create trigger standing_strikes_a_line_of_the_same_document
    before insert on standing
    when new.strikes is not null
        and not exists (select 1 from standing s
                        where s.sequence = new.strikes and s.document = new.document and s.change <> 'STRUCK')
begin
    select raise(abort, 'a line strikes an earlier line of the same document');
end;

create trigger standing_is_never_changed
    before update on standing
begin
    select raise(abort, 'what was entered is never changed');
end;

create trigger standing_is_never_removed
    before delete on standing
begin
    select raise(abort, 'what was entered is never removed');
end;

-- Files that a member has handed in to be judged together. They lie on the disk until judged, and no longer than a day.
create table inquiry (
    id         text    primary key,
    agency     text    not null,
    author     text    not null,
    cancelled  integer not null default 0 check (cancelled in (0, 1)),
    made_at    integer not null
);

create index inquiry_of_agency on inquiry (agency, made_at);

create table inquiry_file (
    inquiry    text    not null references inquiry (id) on delete cascade,
    place      integer not null,
    name       text    not null,
    state      text    not null check (state in ('WAITING', 'JUDGED', 'CANCELLED')),
    conclusion text,
    report     text,
    primary key (inquiry, place),
    check ((state = 'JUDGED') = (report is not null))
);

create index inquiry_file_waiting on inquiry_file (state, inquiry, place);
