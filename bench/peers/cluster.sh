# To be sourced: a private PostGIS, tuned, with the database bench and the equal-area plane as SRID 990001; it
# ends with the script. Offers sql and seconds.
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
