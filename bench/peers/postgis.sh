#!/usr/bin/env bash
# PostGIS as a peer: the best query found for this task.
# usage: postgis.sh FOLDER ROUNDS; prints postgis_seconds=... postgis_load=... postgis_copy=...
set -euo pipefail
folder=$(cd "$1" && pwd); rounds=$2
source "$(dirname "$0")/cluster.sh"
load() {
  sql -d bench <<SQL
create table parcels (id int, eco text, subtype text, pwf smallint, owner text, geom geometry(Geometry, 4490));
\\copy parcels from '$folder/parcels.csv' csv header
create table districts (code text primary key, name text, geom geometry(Geometry, 4490));
\\copy districts from '$folder/districts.csv' csv header
create index on parcels using gist (geom);
alter table parcels add primary key (id);
vacuum analyze parcels;
SQL
}
copy() {
  sql -d bench <<SQL
create table parcels_plane as select id, eco, st_transform(geom, 990001) as geom from parcels;
create index on parcels_plane using gist (geom);
vacuum analyze parcels_plane;
create table pieces as select code, st_subdivide(st_transform(geom, 990001), 256) as geom from districts;
create index on pieces using gist (geom);
vacuum analyze pieces;
SQL
}
ask() {
  sql -d bench -c "select d.code, p.eco, sum(case when st_covers(d.geom, p.geom) then st_area(p.geom)
      else st_area(st_intersection(p.geom, d.geom)) end)
    from parcels_plane p join pieces d on st_intersects(p.geom, d.geom) group by 1, 2 order by 1, 2"
}
# What GDAL alone takes to bring the same files into PostGIS.
ogr=""
bring() { ogr2ogr -q -f PostgreSQL "PG:host=127.0.0.1 port=$port user=gep dbname=bench" "$1" -nln "$2" -overwrite --config PG_USE_COPY YES; }
if command -v ogr2ogr >/dev/null; then
  for format in gpkg geojsonl; do
    [ ! -f "$folder/parcels.$format" ] || ogr="$ogr ogr2ogr_$format=$(seconds bring "$folder/parcels.$format" "ogr_$format")"
  done
  sql -d bench -c 'drop table if exists ogr_gpkg' -c 'drop table if exists ogr_geojsonl'
fi
loading=$(seconds load); copying=$(seconds copy)
ask > "$folder/postgis.txt"
times=$(for _ in $(seq "$rounds"); do seconds ask; echo; done | sort -n)
median=$(echo "$times" | sed -n "$(( (rounds + 1) / 2 ))p")
echo "postgis_seconds=$median postgis_load=$loading postgis_copy=$copying$ogr"
