-- Many papers signed or sealed by one act, and how far each has got. No PIN is ever kept.
create table paper_run (
    id         text primary key,
    agency     text not null references agency (id),
    person     text not null references person (id),
    act        text not null check (act in ('SIGN', 'SEAL')),
    state      text not null check (state in ('RUNNING', 'STOPPED', 'HALTED', 'INTERRUPTED', 'DONE')),
    -- Why it halted, in words; absent otherwise.
    reason     text,
    made_at    text not null,
    changed_at text not null
);

create index paper_run_person on paper_run (person, made_at);
create index paper_run_state on paper_run (state);

create table paper_run_item (
    run      text not null references paper_run (id),
    position integer not null,
    document text not null,
    subject  text not null,
    -- The pages that the person saw; others are not signed.
    seen     text not null,
    state    text not null check (state in ('WAITING', 'DONE', 'FAILED')),
    reason   text,
    primary key (run, position),
    unique (run, document)
);
