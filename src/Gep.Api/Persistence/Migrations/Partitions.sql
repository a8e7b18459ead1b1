-- A partition for each layer version: filled while nobody else sees it, and indexed when it is full.
drop view gep.map_account;
drop view gep.map_reserve;
drop view gep.map_parcel;
drop view gep.map_district;
drop view gep.current_feature;

alter table gep.feature rename to feature_before;
create sequence gep.feature_id as bigint;
select setval('gep.feature_id', (select coalesce(max(id), 0) + 1 from gep.feature_before), false);
alter table gep.feature_before
    alter column id drop identity,
    drop constraint feature_pkey;
alter table gep.feature_before alter column id set default nextval('gep.feature_id');
drop index gep.feature_position;
drop index gep.feature_geometry;

create table gep.feature (
    like gep.feature_before including defaults,
    primary key (layer_version_id, position)
) partition by list (layer_version_id);
create index feature_geometry on gep.feature using gist (geometry);
create trigger refuse_change before update or delete or truncate on gep.feature
    for each statement execute function gep.refuse_change();

do $$
declare versions text;
begin
    select string_agg(distinct layer_version_id::text, ', ') into versions from gep.feature_before;
    if versions is null then
        drop table gep.feature_before;
    else
        execute format('alter table gep.feature attach partition gep.feature_before for values in (%s)', versions);
    end if;
end $$;

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
