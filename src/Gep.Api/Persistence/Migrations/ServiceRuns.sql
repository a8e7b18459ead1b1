-- Runs that callers of the service asked for: asked, begun, ended, each a row that is never changed.
create table gep.service_run (
    id bigint generated always as identity primary key,
    workspace_id bigint not null references gep.workspace,
    kind text not null,
    year integer not null,
    variant text,
    snapshot text not null,
    actor text not null,
    recorded_at timestamp with time zone not null
);
create index service_run_workspace on gep.service_run (workspace_id, id);

create table gep.service_run_begin (
    service_run_id bigint not null references gep.service_run,
    number integer not null check (number > 0),
    recorded_at timestamp with time zone not null,
    primary key (service_run_id, number)
);

create table gep.service_run_end (
    service_run_id bigint primary key references gep.service_run,
    state text not null check (state in ('succeeded', 'refused', 'failed')),
    snapshot text,
    result_hash text check (result_hash ~ '^[0-9a-f]{64}$'),
    problems jsonb not null,
    recorded_at timestamp with time zone not null
);

do $$
declare name text;
begin
    foreach name in array array['service_run', 'service_run_begin', 'service_run_end']
    loop
        execute format(
            'create trigger refuse_change before update or delete or truncate on gep.%I '
            'for each statement execute function gep.refuse_change()', name);
    end loop;
end $$;
