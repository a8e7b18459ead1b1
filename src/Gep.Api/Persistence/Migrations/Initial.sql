-- Layers, snapshots, accounts and schedules. Nothing in these tables is ever changed or deleted.
-- Named, because a database user called gep would otherwise get it into the schema of that name.
create extension if not exists postgis schema public;
create schema if not exists gep;

create function gep.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '%.% is never changed: record a newer version', tg_table_schema, tg_table_name
        using errcode = 'restrict_violation';
end $$;

create table gep.workspace (
    id bigint generated always as identity primary key,
    code text not null unique
);

create table gep.content (
    hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
    bytes bytea not null
);

create table gep.layer_version (
    id bigint generated always as identity primary key,
    workspace_id bigint not null references gep.workspace,
    layer text not null,
    number integer not null check (number > 0),
    role text not null,
    name_zh text not null,
    name_en text not null,
    content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
    definition jsonb not null,
    feature_count bigint not null,
    area_square_metres double precision not null,
    recorded_at timestamp with time zone not null,
    unique (workspace_id, layer, number),
    unique (workspace_id, layer, content_hash)
);

create table gep.layer_file (
    layer_version_id bigint not null references gep.layer_version,
    position integer not null,
    path text not null,
    content_hash text not null,
    primary key (layer_version_id, position)
);

-- Bulk table: its one foreign key is checked by the count that each layer version carries.
create table gep.feature (
    id bigint generated always as identity primary key,
    layer_version_id bigint not null,
    position integer not null,
    feature_id text not null,
    file text not null,
    file_ordinal bigint not null,
    ecosystem_type text,
    district text,
    name text,
    valid_from integer not null,
    valid_to integer not null,
    recorded_at timestamp with time zone not null,
    attributes jsonb not null,
    area_square_metres double precision not null,
    geometry geometry(Geometry, 4490) not null
);
create unique index feature_position on gep.feature (layer_version_id, position);
create index feature_geometry on gep.feature using gist (geometry);

create table gep.snapshot (
    id bigint generated always as identity primary key,
    workspace_id bigint not null references gep.workspace,
    key text not null,
    region text not null,
    name_zh text not null,
    name_en text not null,
    default_profile text not null,
    recorded_at timestamp with time zone not null,
    unique (workspace_id, key)
);

create table gep.snapshot_layer (
    snapshot_id bigint not null references gep.snapshot,
    position integer not null,
    layer_version_id bigint not null references gep.layer_version,
    primary key (snapshot_id, position)
);

create table gep.snapshot_file (
    snapshot_id bigint not null references gep.snapshot,
    path text not null,
    content_hash text not null references gep.content,
    primary key (snapshot_id, path)
);

create table gep.snapshot_problem (
    snapshot_id bigint not null references gep.snapshot,
    position integer not null,
    code text not null,
    severity text not null,
    place text not null,
    text_zh text not null,
    text_en text not null,
    remedy_zh text not null,
    remedy_en text not null,
    primary key (snapshot_id, position)
);

create table gep.geometry_repair (
    snapshot_id bigint not null references gep.snapshot,
    position integer not null,
    feature_id text not null,
    file_ordinal bigint not null,
    what_zh text not null,
    what_en text not null,
    longitude double precision not null,
    latitude double precision not null,
    square_metres_before double precision not null,
    square_metres_after double precision not null,
    primary key (snapshot_id, position)
);

create table gep.publication (
    id bigint generated always as identity primary key,
    snapshot_id bigint not null references gep.snapshot,
    recorded_at timestamp with time zone not null
);

create table gep.run (
    id bigint generated always as identity primary key,
    snapshot_id bigint not null references gep.snapshot,
    kind text not null check (kind in ('account', 'schedule')),
    year integer not null,
    profile text not null,
    engine text not null,
    result_hash text not null,
    manifest jsonb not null,
    recorded_at timestamp with time zone not null,
    unique (snapshot_id, kind, year, profile, engine)
);

create table gep.run_document (
    run_id bigint not null references gep.run,
    name text not null,
    content_hash text not null references gep.content,
    primary key (run_id, name)
);

create table gep.account_district (
    run_id bigint not null references gep.run,
    district text not null,
    measured_square_metres double precision not null,
    official_square_metres double precision not null,
    uncovered_square_metres double precision not null,
    gep_yuan numeric not null,
    population numeric,
    gdp_yuan numeric,
    primary key (run_id, district)
);

create table gep.account_extent (
    run_id bigint not null references gep.run,
    district text not null,
    ecosystem_type text not null,
    square_metres double precision not null,
    parcels integer not null,
    primary key (run_id, district, ecosystem_type)
);

create table gep.account_line (
    run_id bigint not null references gep.run,
    position integer not null,
    line_id text not null,
    district text not null,
    service text not null,
    item text not null,
    ecosystem_type text,
    extent_square_metres double precision not null,
    physical_quantity double precision not null,
    unit text not null,
    unit_value numeric not null,
    unit_value_unit text not null,
    unit_value_id text not null,
    price_year integer not null,
    price_mode text not null,
    source_key text not null,
    source_place text not null,
    source_confidence text not null,
    value_yuan numeric not null,
    booked boolean not null,
    flags text[] not null,
    trace jsonb not null,
    primary key (run_id, position),
    unique (run_id, line_id)
);

create table gep.schedule (
    id bigint generated always as identity primary key,
    run_id bigint not null references gep.run,
    scheme text not null,
    status text not null,
    total_yuan numeric,
    line_count integer not null,
    unique (run_id, scheme)
);

create table gep.payment_line (
    schedule_id bigint not null references gep.schedule,
    line integer not null,
    line_id text not null,
    district text not null,
    town text not null,
    village text not null,
    payee text not null,
    parcel text not null,
    area_mu numeric,
    rate numeric,
    amount_yuan numeric not null,
    trace jsonb not null,
    primary key (schedule_id, line)
);

create table gep.payment_share (
    schedule_id bigint not null,
    line integer not null,
    payer text not null,
    amount_yuan numeric not null,
    primary key (schedule_id, line, payer),
    foreign key (schedule_id, line) references gep.payment_line
);

do $$
declare name text;
begin
    foreach name in array array[
        'workspace', 'content', 'layer_version', 'layer_file', 'feature', 'snapshot', 'snapshot_layer',
        'snapshot_file', 'snapshot_problem', 'geometry_repair', 'publication', 'run', 'run_document',
        'account_district', 'account_extent', 'account_line', 'schedule', 'payment_line', 'payment_share']
    loop
        execute format(
            'create trigger refuse_change before update or delete or truncate on gep.%I '
            'for each statement execute function gep.refuse_change()', name);
    end loop;
end $$;
