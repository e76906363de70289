-- What a person has typed into a form and not yet saved. It belongs to that person only and goes when they save.
create table sketch (
    document  text not null,
    person    text not null references person (id),
    template  text not null,
    signatory text not null,
    answers   text not null,
    saved_at  text not null,
    primary key (document, person)
);
