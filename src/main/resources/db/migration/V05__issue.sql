-- How far each document has got on the outgoing road. The pages themselves lie as files under work/<id>.
create table issuance (
    id              text primary key,
    stage           text not null check (stage in ('DRAFT', 'CHECKED', 'SIGNED', 'NUMBERED', 'SEALED', 'ARCHIVED', 'WITHDRAWN')),
    agency          text not null references agency (id),
    signatory       text not null references person (id),
    registrar       text references person (id),
    template        text not null,
    template_digest text not null,
    answers         text not null,
    subject         text not null,
    code            text not null unique,
    pdf             text,
    -- What the pages say of themselves, as they were made: a template or a post that changes later changes nothing here.
    particulars     text,
    problems        text not null,
    findings        text not null,
    unattended      integer not null default 0,
    created_by      text not null,
    changed_at      text not null
);

create index issuance_agency on issuance (agency, stage, changed_at);
