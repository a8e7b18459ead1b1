#!/usr/bin/env bash
# PostGIS as a peer: a private cluster, tuned; the best query found for this task.
# usage: postgis.sh FOLDER ROUNDS; prints postgis_seconds=... postgis_load=... postgis_copy=...
set -euo pipefail
folder=$(cd "$1" && pwd); rounds=$2
bin=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
port=55437
home=$(mktemp -d /tmp/gep-bench-pg.XXXXXX)
chmod 755 "$home"
if [ "$(id -u)" = 0 ]; then chown postgres "$home"; as() { su postgres -c "cd $home && $*"; }; else as() { bash -c "$*"; }; fi
stop() { as "$bin/pg_ctl -D $home/data -m immediate -w stop" >/dev/null 2>&1 || true; rm -rf "$home"; }
trap stop EXIT
as "$bin/initdb -D $home/data -E UTF8 --locale=C.UTF-8 -A trust -U gep" >/dev/null
settings="-c port=$port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$home -c shared_buffers=4GB
 -c work_mem=256MB -c maintenance_work_mem=1GB -c max_wal_size=8GB -c wal_level=minimal -c max_wal_senders=0
 -c synchronous_commit=off -c jit=off -c random_page_cost=1.1 -c effective_cache_size=12GB
 -c max_parallel_workers_per_gather=2 -c max_parallel_workers=2 -c min_parallel_table_scan_size=0
 -c min_parallel_index_scan_size=0 -c parallel_setup_cost=10 -c parallel_tuple_cost=0.001"
as "$bin/pg_ctl -D $home/data -l $home/log -w -t 60 -o \"$(echo $settings)\" start" >/dev/null
sql() { psql -q -h 127.0.0.1 -p $port -U gep -v ON_ERROR_STOP=1 -A -t "$@"; }
sql -d postgres -c 'create database bench'
sql -d bench -c 'create extension postgis' \
  -c "insert into spatial_ref_sys (srid, auth_name, auth_srid, proj4text) values (990001, 'bench', 990001,
      '+proj=aea +lat_0=0 +lon_0=105 +lat_1=25 +lat_2=47 +ellps=GRS80 +units=m +no_defs')"
seconds() { local start=$EPOCHREALTIME; "$@" >/dev/null; echo "$EPOCHREALTIME $start" | awk '{printf "%.3f", $1 - $2}'; }
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
