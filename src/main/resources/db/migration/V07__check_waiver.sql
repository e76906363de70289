-- Breaches of written rules that a document's signatory let pass, and why. Append only: a waiver whose words were
-- changed afterwards no longer counts, but that it was given stays on record.
create table check_waiver (
    document  text    not null,
    rule      text    not null,
    citation  text    not null,
    part      text    not null,
    place     text    not null,
    words     text    not null,
    text      text    not null check (length(text) = 64),
    person    text    not null references person (id),
    name      text    not null,
    reason    text    not null check (length(trim(reason)) >= 10),
    waived_at integer not null,
    primary key (document, rule, part, words, text, person)
);

create trigger check_waiver_is_never_changed
    before update on check_waiver
begin
    select raise(abort, 'a waiver is never changed');
end;

create trigger check_waiver_is_never_removed
    before delete on check_waiver
begin
    select raise(abort, 'a waiver is never removed');
end;
