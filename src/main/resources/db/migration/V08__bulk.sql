-- Files of many documents, and each of their rows with how far it has got; a run goes on here after a crash.
create table batch (
    id              text primary key,
    -- Absent when each row names its own body.
    agency          text references agency (id),
    template        text not null,
    template_digest text not null,
    author          text not null,
    file_name       text not null,
    file_digest     text not null,
    state           text not null check (state in ('READ', 'RUNNING', 'CANCELLED', 'DONE')),
    remarks         text not null,
    -- What is wrong with the file and belongs to no row.
    faults          text not null,
    made_at         text not null,
    changed_at      text not null
);

create index batch_agency on batch (agency, made_at);
create index batch_file on batch (file_digest);

create table batch_row (
    batch     text not null references batch (id) on delete cascade,
    row       integer not null,
    name      text not null,
    agency    text,
    signatory text,
    subject   text not null,
    -- Emptied once the document holds them.
    answers   text not null,
    -- Named before the document is written, so that a row taken up again after a crash writes the same one.
    document  text unique,
    code      text,
    state     text not null check (state in ('WRONG', 'WAITING', 'MADE', 'DRAFT', 'REFUSED')),
    faults    text not null,
    primary key (batch, row)
);

create index batch_row_state on batch_row (batch, state, row);
