-- Posts name the decision that gave them, and someone keeps the register itself.
create table post_with_document (
    person       text not null references person (id),
    agency       text not null references agency (id),
    role         text not null check (role in ('SIGNATORY', 'REGISTRAR', 'ARCHIVIST', 'ADMINISTRATOR')),
    title        text not null,
    authority    text check (authority in ('HEAD', 'ACTING', 'ON_BEHALF', 'DEPUTY', 'BY_ORDER', 'DELEGATED')),
    on_behalf_of text,
    from_day     text not null,
    to_day       text,
    document     text,
    primary key (person, agency, role, from_day)
);

insert into post_with_document (person, agency, role, title, authority, on_behalf_of, from_day, to_day)
select person, agency, role, title, authority, on_behalf_of, from_day, to_day from post;

drop table post;

alter table post_with_document rename to post;

create index post_agency on post (agency, role);

-- Who was given the right to sign beside their post, by which document, for what and until when (Decree 30, art. 13).
create table delegation (
    id           text primary key,
    agency       text not null references agency (id),
    person       text not null references person (id),
    authority    text not null check (authority in ('ACTING', 'ON_BEHALF', 'DEPUTY', 'BY_ORDER', 'DELEGATED')),
    on_behalf_of text not null,
    title        text not null,
    scope        text not null,
    document     text not null,
    from_day     text not null,
    to_day       text,
    -- Art. 13.3: a delegation is limited in time.
    check (authority <> 'DELEGATED' or to_day is not null)
);

create index delegation_agency on delegation (agency, person);

-- All that a person is in a body: by a post (granted = 0) or by a delegation (granted = 1).
create view office as
select person, agency, role, title, authority, on_behalf_of, from_day, to_day, document, 0 as granted from post
union all
select person, agency, 'SIGNATORY', title, authority, on_behalf_of, from_day, to_day, document, 1 from delegation;

-- Whose certificates are whose: a person's or a body's. What happened to each is only appended to.
create table certificate (
    digest     text primary key,
    issuer     text not null,
    serial     text not null,
    subject    text not null,
    not_before text not null,
    not_after  text not null,
    person     text references person (id),
    agency     text references agency (id),
    der        blob not null,
    unique (issuer, serial),
    check ((person is null) <> (agency is null))
);

create index certificate_person on certificate (person);
create index certificate_agency on certificate (agency);

create table certificate_event (
    sequence    integer primary key autoincrement,
    certificate text not null references certificate (digest),
    event       text not null check (event in ('REGISTERED', 'SUSPENDED', 'RESUMED', 'WITHDRAWN')),
    -- From when on it holds; when it was written down is in recorded_at.
    at          text not null,
    reason      text not null,
    document    text not null,
    actor       text not null,
    recorded_at text not null
);

create index certificate_event_of on certificate_event (certificate, at, sequence);

-- Warnings before a certificate expires: each is told to each person once, at 60, 30 and 7 days.
create table certificate_notice (
    certificate text not null references certificate (digest),
    days        integer not null,
    person      text not null references person (id),
    told_at     text not null,
    seen_at     text,
    primary key (certificate, days, person)
);

-- Pictures of signatures and seals, by the digest of their bytes; never changed.
create table ink_picture (
    digest text primary key,
    png    blob not null
);

-- Whose picture, in which true size, from when on; the latest line holds, one without a digest takes the picture away.
create table ink (
    sequence   integer primary key autoincrement,
    person     text references person (id),
    agency     text references agency (id),
    digest     text references ink_picture (digest),
    -- Of what is inked in the picture, without its transparent rim.
    width_mm   real,
    ink_left   integer,
    ink_top    integer,
    ink_width  integer,
    ink_height integer,
    kept_at    text not null,
    actor      text not null,
    check ((person is null) <> (agency is null))
);

create index ink_person on ink (person, sequence);
create index ink_agency on ink (agency, sequence);
