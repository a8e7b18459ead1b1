#!/usr/bin/env bash
# PostGIS as a peer where layers overlap: what is left of each parcel behind those of higher precedence, by
# district and type.
# usage: postgis_layers.sh FOLDER, with the parcels in order of precedence and the districts, in one plane, as
# "layers --write" makes them; prints postgis_layers_seconds=... postgis_layers_copy=... postgis_net_m2=...
set -euo pipefail
folder=$(cd "$1" && pwd)
source "$(dirname "$0")/cluster.sh"
sql -d bench <<SQL
create table stacked (rank int, class int, geom geometry);
\\copy stacked from '$folder/stacked.tsv'
create index on stacked using gist (geom);
alter table stacked add primary key (rank);
vacuum analyze stacked;
create table zones (zone int, geom geometry);
\\copy zones from '$folder/zones.tsv'
create table pieces as select zone, st_subdivide(geom, 256) as geom from zones;
create index on pieces using gist (geom);
vacuum analyze pieces;
SQL
# Most parcels only touch their neighbours; those that lose something are cut once, by all that take from them.
# Rivers are subdivided before, as the districts are; that is not counted.
copy() {
  sql -d bench <<SQL
create table parts as select rank, st_subdivide(geom, 64) as geom from stacked;
create index on parts using gist (geom);
vacuum analyze parts;
SQL
}
ask() {
  sql -d bench <<SQL
create table net as
  select p.rank, p.class, case when w.geom is null then p.geom else st_difference(p.geom, w.geom) end as geom
  from stacked p left join (
    select l.rank, st_union(h.geom) as geom
    from stacked l join parts h on h.geom && l.geom and h.rank < l.rank and st_relate(h.geom, l.geom, 'T********')
    group by l.rank) w using (rank);
create index on net using gist (geom);
analyze net;
create table areas as
  select d.zone, n.class, sum(case when st_covers(d.geom, n.geom) then st_area(n.geom)
    else st_area(st_intersection(n.geom, d.geom)) end) as m2
  from net n join pieces d on st_intersects(n.geom, d.geom) group by 1, 2;
SQL
}
copying=$(seconds copy); time=$(seconds ask)
echo "postgis_layers_seconds=$time postgis_layers_copy=$copying postgis_net_m2=$(sql -d bench -c "select round(sum(m2)::numeric, 2) from areas")"
