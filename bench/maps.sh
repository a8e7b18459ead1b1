#!/usr/bin/env bash
# Tiles, sums and load of the running service, and PostGIS for the same tiles in the same run.
# usage: maps.sh [TILES] [SECONDS] [PARCELS]; the workspace is data/, or a city of that many generated parcels.
# GEP_BENCH_DATA names the folder of generated data (gen_parcels.py --gpkg).
set -euo pipefail
cd "$(dirname "$0")/.."
tiles=${1:-200}; seconds=${2:-60}; parcels=${3:-}
workspace=data; layer=""
if [ -n "$parcels" ]; then
  generated=${GEP_BENCH_DATA:-bench/.data}/$parcels
  generator=../shared/bench/gen_parcels.py
  if [ ! -f "$generated/parcels.gpkg" ]; then
    if [ ! -f "$generator" ]; then echo "bench: $generator is absent, and so is $generated/parcels.gpkg." >&2; exit 1; fi
    mkdir -p "$generated"
    /usr/bin/python3 "$generator" -n "$parcels" -o "$generated" --gpkg >&2
  fi
  workspace=bench/.data/city-$parcels; layer=$workspace/layers/patches.gpkg
  if [ ! -f "$layer" ]; then
    mkdir -p bench/.data
    /usr/bin/python3 bench/peers/city.py . "$generated" "$workspace"
  fi
fi
port=5581
home=$(mktemp -d /tmp/gep-bench-maps.XXXXXX)
chmod 755 "$home"
service=""
pgport=55439
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1 || true)
as() { if [ "$(id -u)" = 0 ]; then su postgres -c "cd $home/pg && $*"; else bash -c "$*"; fi; }
finish() {
  if [ -n "$service" ]; then kill "$service" 2>/dev/null || true; fi
  if [ -d "$home/pg/data" ]; then as "$bin/pg_ctl -D $home/pg/data -m immediate -w stop" >/dev/null 2>&1 || true; fi
  rm -rf "$home"
}
trap finish EXIT
dotnet build src/Gep.Api -c Release -nologo -v quiet >&2
echo "$(date -u +%F) $(nproc) cores, $(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2-), load $(cut -d' ' -f1 /proc/loadavg)" >&2
GEP_RATE=0 dotnet src/Gep.Api/bin/Release/net10.0/gep.dll serve "$workspace" --urls "http://127.0.0.1:$port" \
  >"$home/out" 2>/dev/null &
service=$!
begun=$(date +%s)
for _ in $(seq 900); do
  if curl -fs -o /dev/null "http://127.0.0.1:$port/readyz"; then break; fi
  if ! kill -0 "$service" 2>/dev/null; then echo "bench: the service ended: $(tail -3 "$home/out")" >&2; exit 1; fi
  sleep 1
done
echo "ready after $(($(date +%s) - begun)) s, $(awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$service/status") MB" >&2
database=""
if [ -n "$bin" ] && ls /usr/share/postgresql/*/extension/postgis.control >/dev/null 2>&1; then
  mkdir "$home/pg"
  if [ "$(id -u)" = 0 ]; then chown postgres "$home/pg"; fi
  as "$bin/initdb -D $home/pg/data -E UTF8 --locale=C.UTF-8 -A trust -U gep" >/dev/null
  as "$bin/pg_ctl -D $home/pg/data -l $home/pg/log -w -t 60 -o '-c port=$pgport -c listen_addresses=127.0.0.1 -c unix_socket_directories=$home/pg -c shared_buffers=1GB -c work_mem=64MB -c jit=off -c synchronous_commit=off' start" >/dev/null
  database="host=127.0.0.1 port=$pgport user=gep dbname=postgres"
  psql -q "$database" -c 'create extension postgis' >&2
else echo "bench: PostGIS is not installed (apt-get install postgresql-15-postgis-3)." >&2; fi
/usr/bin/python3 bench/peers/maps.py "http://127.0.0.1:$port" "$tiles" "$seconds" "$database" "$service" "$layer"
