#!/usr/bin/env bash
# A GeoPackage of parcels into the store, and by ogr2ogr into the same server. usage: store.sh [PARCELS] [ROUNDS]
# GEP_BENCH_DATA names the folder of generated data (gen_parcels.py --gpkg).
set -euo pipefail
cd "$(dirname "$0")/.."
parcels=${1:-1000000}
data=${GEP_BENCH_DATA:-bench/.data}/$parcels
generator=../shared/bench/gen_parcels.py
command -v ogr2ogr >/dev/null || { echo "bench: ogr2ogr is missing (apt-get install gdal-bin)." >&2; exit 1; }
if [ ! -f "$data/parcels.gpkg" ]; then
  if [ ! -f "$generator" ]; then echo "bench: $generator is absent, and so is $data/parcels.gpkg." >&2; exit 1; fi
  mkdir -p "$data"
  /usr/bin/python3 "$generator" -n "$parcels" -o "$data" --gpkg >&2
fi
dotnet build bench/Gep.Benchmarks -c Release -nologo -v quiet >&2
echo "$(date -u +%F) $(nproc) cores, $(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2-), load $(cut -d' ' -f1 /proc/loadavg)" >&2
# With the garbage collector of the service.
DOTNET_gcServer=1 bench/Gep.Benchmarks/bin/Release/net10.0/Gep.Benchmarks store "$data" "${2:-5}"
