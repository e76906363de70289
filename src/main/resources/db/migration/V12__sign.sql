-- Signatures that are under way: prepared here, to be signed elsewhere. The files lie under pending/<id>.
create table pending_signature (
    id          text primary key,
    -- Several documents may be confirmed by one act; place is that of the digest in its list.
    act         text not null,
    place       integer not null,
    document    text not null,
    agency      text not null,
    person      text not null,
    way         text not null check (way in ('REMOTE', 'BROWSER', 'TOOL')),
    state       text not null check (state in ('AWAITING_VALUE', 'AWAITING_TIMESTAMP', 'READY', 'SIGNED', 'REJECTED',
                                               'EXPIRED', 'CANCELLED', 'FAILED')),
    -- Why it ended without a signature: a reason of the room sign.
    outcome     text,
    -- The pages that were given, and the same with room for the signature: digests; the length of the first.
    source      text not null,
    source_size integer not null,
    prepared    text not null,
    range_from  integer not null,
    range_to    integer not null,
    -- DER in Base64; the chain one certificate a line.
    attributes  text,
    chain       text,
    value       text,
    -- The finished file.
    result      text,
    -- Digests of the keys in one-time addresses; gone when used.
    fetch_key   text unique,
    bring_key   text unique,
    tries       integer not null default 0,
    next_try_at text not null,
    created_at  text not null,
    expires_at  text not null,
    changed_at  text not null
);

create unique index pending_signature_open on pending_signature (document)
    where state in ('AWAITING_VALUE', 'AWAITING_TIMESTAMP', 'READY');
create index pending_signature_act on pending_signature (act, place);

-- What a remote signing service was asked for one or more of them.
create table remote_act (
    id         text primary key,
    provider   text not null,
    credential text not null,
    words      text not null,
    -- ASKING: the question is under way, and whether it arrived is not known after a crash.
    state      text not null check (state in ('NEW', 'ASKING', 'WAITING')),
    -- What the service gave to ask on with; its own words.
    progress   text
);
