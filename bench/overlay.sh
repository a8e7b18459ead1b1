#!/usr/bin/env bash
# Overlay of parcels with districts: ours, PostGIS and GeoPandas in one run on one machine; and of layers that
# overlap, ours and PostGIS.
# usage: overlay.sh [PARCELS] [ROUNDS]; GEP_BENCH_DATA names the folder of generated data.
set -euo pipefail
# Ours and the peers alike run before other work, where that is allowed.
renice -n -15 -p $$ >/dev/null 2>&1 || true
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
tool=bench/Gep.Benchmarks/bin/Release/net10.0/Gep.Benchmarks
value() { echo "$1" | tr ' ' '\n' | sed -n "s/^$2=//p" | head -1; }
load() { cut -d' ' -f1 /proc/loadavg; }
for size in 10000 100000 1000000 3000000; do
  other=$(dirname "$data")/$size
  if [ "$size" != "$parcels" ] && [ -f "$other/parcels.wkbs" ]; then
    grown=$("$tool" overlay "$other" --rounds "$rounds")
    echo "growth parcels=$size seconds=$(value "$grown" seconds) one_thread=$(value "$grown" seconds_1_thread)" \
      "pass=$(value "$grown" pass) mb=$(value "$grown" mb) load $(load)" >&2
  fi
done
ours=$("$tool" overlay "$data" --rounds "$rounds")
echo "$ours load $(load)" >&2
# Three overlapping layers: a twentieth of the parcels lose area, as of real layers, then a quarter.
layers=$("$tool" layers "$data" "$rounds" --moved 24)
echo "$layers load $(load)" >&2
echo "$("$tool" layers "$data" "$rounds" --moved 3) load $(load)" >&2
if [ ! -f "$data/parcels.gpkg" ] && command -v ogr2ogr >/dev/null; then
  ogr2ogr -q -f GPKG "$data/parcels.gpkg" "$data/parcels.geojsonl" -nln parcels -a_srs EPSG:4490
fi
for format in gpkg geojsonl; do
  [ ! -f "$data/parcels.$format" ] || echo "$("$tool" file "$data" $format) load $(load)" >&2
done
postgis=""; geopandas=""; postgis_layers=""
if ls /usr/lib/postgresql/*/bin/initdb /usr/share/postgresql/*/extension/postgis.control >/dev/null 2>&1; then
  postgis=$(bench/peers/postgis.sh "$data" "$rounds") && echo "$postgis load $(load)" >&2
  "$tool" layers "$data" 1 --moved 24 --write "$data" >/dev/null
  postgis_layers=$(bench/peers/postgis_layers.sh "$data") && echo "$postgis_layers load $(load)" >&2
  rm -f "$data/stacked.tsv" "$data/zones.tsv"
else echo "bench: PostGIS is not installed (apt-get install postgresql-15-postgis-3)." >&2; fi
if /usr/bin/python3 -c 'import geopandas' 2>/dev/null; then
  geopandas=$(/usr/bin/python3 bench/peers/geopandas_overlay.py "$data") && echo "$geopandas load $(load)" >&2
else echo "bench: GeoPandas is not installed (apt-get install python3-geopandas)." >&2; fi
# Once more, so that ours is measured before and after the peers.
again=$("$tool" overlay "$data" --rounds "$rounds")
echo "$again load $(load)" >&2
seconds=$(value "$ours" seconds); resolved=$(value "$layers" resolved)
ratio() { [ -n "$1" ] && awk -v a="$1" -v b="${2:-$seconds}" 'BEGIN { printf "%.1f", a / b }' || echo absent; }
echo "layers seconds=$resolved ratio_postgis=$(ratio "$(value "$postgis_layers" postgis_layers_seconds)" "$resolved")" \
  "losers=$(value "$layers" losers) net_m2=$(value "$layers" net_m2)" \
  "postgis_net_m2=$(value "$postgis_layers" postgis_net_m2)"
echo "overlay seconds=$seconds ratio_postgis=$(ratio "$(value "$postgis" postgis_seconds)")" \
  "ratio_geopandas=$(ratio "$(value "$geopandas" geopandas_seconds)")" \
  "ratio_limit=$(value "$ours" ratio_limit) mb=$(value "$ours" mb)"
