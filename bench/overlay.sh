#!/usr/bin/env bash
# Overlay of parcels with districts: ours, PostGIS and GeoPandas in one run on one machine.
# usage: overlay.sh [PARCELS] [ROUNDS]; GEP_BENCH_DATA names the folder of generated data.
set -euo pipefail
cd "$(dirname "$0")/.."
parcels=${1:-1000000}; rounds=${2:-5}
data=${GEP_BENCH_DATA:-bench/.data}/$parcels
generator=../shared/bench/gen_parcels.py
if [ ! -f "$data/parcels.wkbs" ]; then
  if [ ! -f "$generator" ]; then echo "bench: $generator is absent, and so is $data." >&2; exit 1; fi
  /usr/bin/python3 -c 'import numpy, scipy, shapely' 2>/dev/null || {
    if [ "$(id -u)" = 0 ]; then apt-get update -qq && apt-get install -y -qq python3-numpy python3-scipy python3-shapely >/dev/null
    else echo "bench: install python3-numpy python3-scipy python3-shapely." >&2; exit 1; fi; }
  mkdir -p "$data"
  /usr/bin/python3 "$generator" -n "$parcels" -o "$data" >&2
fi
dotnet build bench/Gep.Benchmarks -c Release -nologo -v quiet >&2
echo "$(date -u +%F) $(nproc) cores, $(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2-), load $(cut -d' ' -f1 /proc/loadavg)" >&2
ours=$(bench/Gep.Benchmarks/bin/Release/net10.0/Gep.Benchmarks overlay "$data" --rounds "$rounds")
echo "$ours" >&2
value() { echo "$1" | tr ' ' '\n' | sed -n "s/^$2=//p" | head -1; }
postgis=""; geopandas=""
if ls /usr/lib/postgresql/*/bin/initdb /usr/share/postgresql/*/extension/postgis.control >/dev/null 2>&1; then
  postgis=$(bench/peers/postgis.sh "$data" "$rounds") && echo "$postgis" >&2
else echo "bench: PostGIS is not installed (apt-get install postgresql-15-postgis-3)." >&2; fi
if /usr/bin/python3 -c 'import geopandas' 2>/dev/null; then
  geopandas=$(/usr/bin/python3 bench/peers/geopandas_overlay.py "$data") && echo "$geopandas" >&2
else echo "bench: GeoPandas is not installed (apt-get install python3-geopandas)." >&2; fi
seconds=$(value "$ours" seconds)
ratio() { [ -n "$1" ] && awk -v a="$1" -v b="$seconds" 'BEGIN { printf "%.1f", a / b }' || echo absent; }
echo "overlay seconds=$seconds ratio_postgis=$(ratio "$(value "$postgis" postgis_seconds)")" \
  "ratio_geopandas=$(ratio "$(value "$geopandas" geopandas_seconds)")" \
  "ratio_limit=$(value "$ours" ratio_limit) mb=$(value "$ours" mb)"
