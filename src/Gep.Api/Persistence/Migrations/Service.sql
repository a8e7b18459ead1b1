-- What the service keeps: steps of schedules, tokens, write keys, records, files of layers.
-- The table of steps keeps them as the domain writes them; no program ever wrote into the one it replaces.
drop table gep.workflow_entry;

create table gep.schedule_entry (
    workspace_id bigint not null references gep.workspace,
    schedule text not null,
    number integer not null check (number > 0),
    step text not null,
    role text not null,
    actor text not null,
    taken_at timestamp with time zone not null,
    entered_at timestamp with time zone not null,
    fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    line text not null,
    primary key (workspace_id, schedule, number)
);

-- The lines that steps are about, whatever becomes of the register.
create table gep.schedule_content (
    workspace_id bigint not null references gep.workspace,
    schedule text not null,
    fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    content text not null,
    primary key (workspace_id, schedule, fingerprint)
);

create table gep.token (
    id bigint generated always as identity primary key,
    name text not null check (name <> ''),
    roles text[] not null check (cardinality(roles) > 0),
    districts text[],
    hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone
);

create table gep.token_revocation (
    token_id bigint primary key references gep.token,
    actor text not null,
    recorded_at timestamp with time zone not null
);

create table gep.write_key (
    actor text not null,
    key text not null,
    request_hash text not null check (request_hash ~ '^[0-9a-f]{64}$'),
    action text not null,
    answer jsonb not null,
    recorded_at timestamp with time zone not null,
    primary key (actor, key)
);

create table gep.service_record (
    id bigint generated always as identity primary key,
    workspace_id bigint not null references gep.workspace,
    kind text not null,
    subject text not null,
    body jsonb not null,
    actor text not null,
    recorded_at timestamp with time zone not null
);
create index service_record_kind on gep.service_record (workspace_id, kind, id);

-- The bytes of a layer's files, so that another instance can read the snapshot as it was.
create table gep.layer_file_part (
    layer_version_id bigint not null references gep.layer_version,
    path text not null,
    part integer not null check (part > 0),
    bytes bytea not null,
    primary key (layer_version_id, path, part)
);
alter table gep.layer_file_part alter column bytes set storage external;

do $$
declare name text;
begin
    foreach name in array array[
        'schedule_entry', 'schedule_content', 'token', 'token_revocation', 'write_key', 'service_record',
        'layer_file_part']
    loop
        execute format(
            'create trigger refuse_change before update or delete or truncate on gep.%I '
            'for each statement execute function gep.refuse_change()', name);
    end loop;
end $$;
