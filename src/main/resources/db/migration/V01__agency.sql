-- The dated register of bodies, people and posts. Days are ISO text (2024-09-10): they sort and carry no time zone.
create table agency (
    id       text primary key,
    superior text,
    name     text not null,
    symbol   text not null,
    place    text not null,
    contact  text
);

create table person (
    id            text primary key,
    full_name     text not null,
    password_hash text
);

create table post (
    person       text not null references person (id),
    agency       text not null references agency (id),
    role         text not null check (role in ('SIGNATORY', 'REGISTRAR', 'ARCHIVIST')),
    title        text not null,
    authority    text check (authority in ('HEAD', 'ACTING', 'ON_BEHALF', 'DEPUTY', 'BY_ORDER', 'DELEGATED')),
    on_behalf_of text,
    from_day     text not null,
    to_day       text,
    primary key (person, agency, role, from_day)
);

create index post_agency on post (agency, role);
