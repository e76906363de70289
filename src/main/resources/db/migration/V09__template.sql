-- Every revision of every template that was ever saved or in force. The bytes lie in templates/ab/<SHA-256>.template
-- and were on the disk before the row. Append only: going back to an older text is a new row with its digest.
create table template_revision (
    id           integer primary key,
    name         text not null,
    -- Whose it is; null for the templates that came with the installation, which every body may use.
    agency       text references agency (id),
    digest       text not null check (length(digest) = 64),
    -- What it was made from.
    parent       text check (length(parent) = 64),
    author       text not null,
    saved_at     text not null,
    note         text not null,
    state        text not null check (state in ('DRAFT', 'PUBLISHED', 'RETIRED')),
    published_by text,
    published_at text
);

create index template_revision_name on template_revision (name, agency, id);
create index template_revision_digest on template_revision (digest);

-- One revision of a name is in force for a body at a time.
create unique index template_revision_in_force on template_revision (name, coalesce(agency, ''))
    where state = 'PUBLISHED';

create trigger template_revision_is_kept_as_it_was_saved
    before update on template_revision
    when new.id <> old.id or new.name <> old.name or new.agency is not old.agency or new.digest <> old.digest
        or new.parent is not old.parent or new.author <> old.author or new.saved_at <> old.saved_at
        or not ((old.state = 'DRAFT' and new.state = 'PUBLISHED')
            or (old.state = 'PUBLISHED' and new.state = 'RETIRED' and new.note = old.note
                and new.published_by is old.published_by and new.published_at is old.published_at))
begin
    select raise(abort, 'a revision of a template is only published once and retired once');
end;

-- Also stops "insert or replace", which would take a row away without firing the delete trigger.
create trigger template_revision_takes_a_place_of_its_own
    before insert on template_revision
    when exists (select 1 from template_revision r where r.id = new.id)
begin
    select raise(abort, 'a revision of a template takes a place of its own');
end;

create trigger template_revision_is_never_removed
    before delete on template_revision
begin
    select raise(abort, 'a revision of a template is never removed');
end;

-- What a person has typed into the page of a template and not yet saved. It belongs to that person only.
create table template_sketch (
    agency   text not null references agency (id),
    name     text not null,
    person   text not null references person (id),
    -- The revision that was on the page.
    base     integer not null references template_revision (id),
    content  text not null,
    saved_at text not null,
    primary key (agency, name, person)
);
