-- Steps of schedules, the audit log, and views that a GIS opens.
create table gep.workflow_entry (
    schedule_id bigint not null references gep.schedule,
    number integer not null check (number > 0),
    status text not null,
    actor text not null,
    role text not null,
    note text not null,
    recorded_at timestamp with time zone not null,
    previous_hash text not null,
    hash text not null,
    primary key (schedule_id, number)
);

create table gep.audit_entry (
    number bigint primary key check (number > 0),
    recorded_at timestamp with time zone not null,
    actor text not null,
    action text not null,
    subject text not null,
    previous_hash text not null,
    hash text not null
);

create trigger refuse_change before update or delete or truncate on gep.workflow_entry
    for each statement execute function gep.refuse_change();
create trigger refuse_change before update or delete or truncate on gep.audit_entry
    for each statement execute function gep.refuse_change();

create view gep.current_snapshot as
    select distinct on (s.workspace_id)
        w.code as workspace, s.id as snapshot_id, s.key as snapshot, p.recorded_at as published_at
    from gep.publication p
    join gep.snapshot s on s.id = p.snapshot_id
    join gep.workspace w on w.id = s.workspace_id
    order by s.workspace_id, p.id desc;

create view gep.current_feature as
    select f.id, c.workspace, c.snapshot, v.layer, v.number as version, v.role, f.feature_id,
        f.ecosystem_type, f.district, f.name, f.valid_from, f.valid_to, f.recorded_at,
        f.area_square_metres, f.attributes, f.geometry
    from gep.current_snapshot c
    join gep.snapshot_layer l on l.snapshot_id = c.snapshot_id
    join gep.layer_version v on v.id = l.layer_version_id
    join gep.feature f on f.layer_version_id = v.id;

create view gep.map_district as
    select id, workspace, snapshot, layer, version, district, name, valid_from, valid_to, recorded_at,
        area_square_metres, st_multi(geometry)::geometry(MultiPolygon, 4490) as geometry
    from gep.current_feature where role = 'districts';

create view gep.map_parcel as
    select id, workspace, snapshot, layer, version, feature_id, ecosystem_type, district, name, valid_from,
        valid_to, recorded_at, area_square_metres,
        st_multi(geometry)::geometry(MultiPolygon, 4490) as geometry
    from gep.current_feature where role = 'ecosystem';

create view gep.map_reserve as
    select id, workspace, snapshot, layer, version, feature_id, district, name, valid_from, valid_to,
        recorded_at, area_square_metres, st_multi(geometry)::geometry(MultiPolygon, 4490) as geometry
    from gep.current_feature where role = 'reserves';

-- One polygon for each district and account; of runs repeated by a newer program the newest.
create view gep.map_account as
    select row_number() over (order by r.id, a.district) as id, c.workspace, c.snapshot, r.id as run,
        r.year, r.profile, a.district, d.name, a.gep_yuan,
        round(a.gep_yuan / (a.official_square_metres::numeric / 1000000), 2) as yuan_per_square_kilometre,
        round(a.gep_yuan / nullif(a.population, 0), 2) as yuan_per_head, d.geometry
    from gep.current_snapshot c
    join (select distinct on (snapshot_id, year, profile) * from gep.run where kind = 'account'
        order by snapshot_id, year, profile, id desc) r on r.snapshot_id = c.snapshot_id
    join gep.account_district a on a.run_id = r.id
    join gep.map_district d on d.workspace = c.workspace and d.district = a.district
        and d.valid_from <= r.year and r.year < d.valid_to;
