-- An act may wait for what the person brings (a PIN, a one-time password, leave at the service's page); the rules of the
-- column state cannot be changed in place. Neither PIN nor password nor leave is ever kept.
create table remote_act_new (
    id         text primary key,
    provider   text not null,
    credential text not null,
    words      text not null,
    -- ASKING: the question is under way, and whether it arrived is not known after a crash.
    -- PERSON: nothing is asked until the person brings what it needs.
    state      text not null check (state in ('NEW', 'ASKING', 'WAITING', 'PERSON')),
    -- What the service gave to ask on with; its own words.
    progress   text,
    -- What the person must bring, and by what names the service knows it.
    needs      text not null default '',
    -- Why what was brought last did not do: a reason of the room sign.
    trouble    text
);
insert into remote_act_new (id, provider, credential, words, state, progress)
    select id, provider, credential, words, state, progress from remote_act;
drop table remote_act;
alter table remote_act_new rename to remote_act;

-- The first of the pending signatures that a run of many papers waits for; absent with a PIN here, and once nothing of the
-- run is open.
alter table paper_run add column pending text;
-- By what name the settings call the remote service; absent with a PIN here.
alter table paper_run add column service text;
