-- The outgoing register (Decree 30/2020/NĐ-CP art. 15 and annex IV, part I). Append only.
-- Days are ISO text (2024-09-10): they sort and carry no time zone. Instants are microseconds since 1970 (UTC).

-- One counter a body, year and series. A book taken over from paper in mid-year starts after the paper's last number.
create table register_series (
    agency       text    not null references agency (id),
    year         integer not null check (year between 1900 and 9999),
    series       text    not null,
    opened_after integer not null check (opened_after >= 0),
    last_number  integer not null check (last_number >= opened_after),
    last_date    text    not null,
    primary key (agency, year, series)
);

create trigger register_series_never_runs_back
    before update on register_series
    when new.agency <> old.agency or new.year <> old.year or new.series <> old.series
        or new.opened_after <> old.opened_after
        or new.last_number not in (old.last_number, old.last_number + 1)
        or new.last_date < old.last_date
begin
    select raise(abort, 'a series only goes forward, by one');
end;

create trigger register_series_is_never_removed
    before delete on register_series
begin
    select raise(abort, 'a series is never removed');
end;

create table register_entry (
    document    text    primary key,
    agency      text    not null,
    year        integer not null,
    series      text    not null,
    number      integer not null check (number >= 1),
    issued_on   text    not null,
    code        text    not null unique,
    registrar   text    not null,
    entered_at  integer not null,
    particulars text    not null,
    unique (agency, year, series, number),
    foreign key (agency, year, series) references register_series (agency, year, series)
);

-- Also stops "insert or replace", which would take a line away without firing the delete trigger.
create trigger register_entry_takes_the_next_number
    before insert on register_entry
    when exists (select 1 from register_entry e
                 where e.document = new.document or e.code = new.code
                     or (e.agency = new.agency and e.year = new.year and e.series = new.series and e.number = new.number))
        or not exists (select 1 from register_series s
                       where s.agency = new.agency and s.year = new.year and s.series = new.series
                           and s.last_number = new.number and s.last_date = new.issued_on)
begin
    select raise(abort, 'a line takes the next number of its series, once');
end;

create trigger register_entry_is_never_changed
    before update on register_entry
begin
    select raise(abort, 'a line of the register is never changed');
end;

create trigger register_entry_is_never_removed
    before delete on register_entry
begin
    select raise(abort, 'a line of the register is never removed');
end;
