#!/usr/bin/env bash
# GraphQL engine and its peers in one run: CPU per request on one core. The last line is the result.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
here="$root/bench/graphql"
peers="$root/../shared/bench/graphql"
work="$root/.gep/bench-graphql"
for tool in wrk taskset python3; do
  command -v "$tool" >/dev/null || { echo "bench graphql: $tool is missing (Debian: apt-get install wrk util-linux python3)." >&2; exit 1; }
done
[ -d "$peers" ] || { echo "bench graphql: ../shared/bench/graphql is missing: queries and peers lie there." >&2; exit 1; }
mkdir -p "$work/raw"
cp "$peers"/* "$work/"
dotnet build "$here/Gep.GraphQL.Bench" -c Release -nologo -v quiet >&2
ours="$here/Gep.GraphQL.Bench/bin/Release/net10.0/Gep.GraphQL.Bench"
"$ours" allocate "$work"
read -r small list intro <<<"$(python3 "$here/measure.py" 5640 small,list,intro "$work" -- "$ours")"
echo "Gep.GraphQL: small $small us, list $list us, introspection $intro us"

cp "$peers/raw.cs" "$work/raw/Program.cs"
cat >"$work/raw/raw.csproj" <<'P'
<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings>
    <ServerGarbageCollection>false</ServerGarbageCollection><ConcurrentGarbageCollection>false</ConcurrentGarbageCollection>
    <InvariantGlobalization>true</InvariantGlobalization></PropertyGroup>
</Project>
P
for f in Directory.Build.props Directory.Packages.props; do echo '<Project />' >"$work/raw/$f"; done
echo 'root = true' >"$work/raw/.editorconfig"
dotnet build "$work/raw/raw.csproj" -c Release -nologo -v quiet >&2
read -r raw_small raw_list <<<"$(python3 "$here/measure.py" 5631 /small,/list "$work" -- "$work/raw/bin/Release/net10.0/raw")"
echo "by hand: small $raw_small us, list $raw_list us"

yoga_list=0
if command -v npm >/dev/null && (cd "$work" && { [ -d node_modules/graphql-yoga ] || npm install --no-audit --no-fund --loglevel=error >&2; }); then
  read -r yoga_small yoga_list yoga_intro <<<"$(python3 "$here/measure.py" 5622 small,list,intro "$work" -- node "$work/s_yoga.mjs")"
  echo "graphql-yoga: small $yoga_small us, list $yoga_list us, introspection $yoga_intro us"
  read -r merc_small merc_list merc_intro <<<"$(JIT=1 python3 "$here/measure.py" 5624 small,list,intro "$work" -- node "$work/s_mercurius.mjs")"
  echo "mercurius with jit: small $merc_small us, list $merc_list us, introspection $merc_intro us"
else
  echo "graphql-yoga: npm is absent" >&2
fi
python3 - "$small" "$list" "$intro" "$raw_list" "$yoga_list" <<'P'
import sys
small, ours, intro, raw, yoga = map(float, sys.argv[1:])
print(f"graphql small_us={small:.1f} list_ratio_raw={ours / raw:.2f} list_ratio_yoga={yoga / ours:.2f} intro_us={intro:.0f}")
P
