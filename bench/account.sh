#!/usr/bin/env bash
# Every service of a million parcels after the overlay, on two cores. usage: account.sh [PARCELS] [ROUNDS]
set -euo pipefail
cd "$(dirname "$0")/.."
parcels=${1:-1000000}; rounds=${2:-5}
dotnet build bench/Gep.Benchmarks -c Release -nologo -v quiet >&2
echo "$(date -u +%F) $(nproc) cores, $(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2-), load $(cut -d' ' -f1 /proc/loadavg)" >&2
run=(bench/Gep.Benchmarks/bin/Release/net10.0/Gep.Benchmarks account "$parcels" "$rounds")
if command -v taskset >/dev/null && [ "$(nproc)" -gt 2 ]; then run=(taskset -c 0,1 "${run[@]}"); fi
"${run[@]}"
