"""Asks the service for tiles, sums and load, and PostGIS for the same tiles. Standard library and psql only."""
import asyncio, http.client, json, math, random, statistics, subprocess, sys, time, urllib.parse

base, tiles, seconds, database, process = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4], sys.argv[5]
host = urllib.parse.urlparse(base)
WEST, SOUTH, EAST, NORTH = 113.68, 29.97, 115.09, 31.37
GROUP = json.dumps({"query": "{ accountGroups(by: [YEAR, DISTRICT, SERVICE, ECOSYSTEM_TYPE]) "
                             "{ year lineCount value { amount } } }"})


def p95(times):
    return sorted(times)[max(0, math.ceil(len(times) * 0.95) - 1)]


def addresses():
    chosen, rng = [], random.Random(7)
    for z in range(8, 15):
        n = 2 ** z
        column = lambda lon: int((lon + 180) / 360 * n)
        row = lambda lat: int((1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * n)
        every = [(z, x, y) for x in range(column(WEST), column(EAST) + 1) for y in range(row(NORTH), row(SOUTH) + 1)]
        rng.shuffle(every)
        chosen += every[:tiles]
    return chosen


def ask(connection, method, path, body=None):
    headers = {"Content-Type": "application/json"} if body else {}
    begun = time.perf_counter()
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    read = answer.read()
    return (time.perf_counter() - begun) * 1000, answer.status, len(read)


def ours(chosen):
    connection = http.client.HTTPConnection(host.hostname, host.port)
    for z, x, y in chosen[:50]:
        ask(connection, "GET", f"/tiles/parcels/{z}/{x}/{y}.mvt")
    times, filled = {}, []
    for z, x, y in chosen:
        took, status, length = ask(connection, "GET", f"/tiles/parcels/{z}/{x}/{y}.mvt")
        if status == 200:
            times[(z, x, y)] = took
            filled.append((z, x, y, length))
    for _ in range(20):
        ask(connection, "POST", "/graphql", GROUP)
    sums = [ask(connection, "POST", "/graphql", GROUP)[0] for _ in range(100)]
    return times, sums


def sql(text):
    return subprocess.run(["psql", "-qAt", database, "-v", "ON_ERROR_STOP=1"], input=text, text=True,
                          capture_output=True, check=True).stdout


def load():
    connection = http.client.HTTPConnection(host.hostname, host.port)
    rows, offset = [], 0
    while True:
        connection.request("GET", f"/ogc/collections/parcels/items?limit=5000&offset={offset}")
        page = json.loads(connection.getresponse().read())["features"]
        for feature in page:
            p = feature["properties"]
            cell = lambda v: "\\N" if v is None else str(v).replace("\\", "\\\\").replace("\t", " ")
            names = ["parcel", "layer", "name", "ecosystem_type", "ecosystem_type_zh", "district", "district_zh",
                     "ownership", "grade", "area_m2", "net_area_m2_2019", "gep_yuan_spread_2019"]
            rows.append("\t".join([cell(p[n]) for n in names] + [json.dumps(feature["geometry"])]))
        offset += len(page)
        if len(page) < 5000:
            break
    sql("create table loaded (parcel text, layer text, name text, ecosystem_type text, ecosystem_type_zh text,"
        " district text, district_zh text, ownership text, grade text, area_m2 float8, net_area float8,"
        " gep float8, shape text);\ncopy loaded from stdin;\n" + "\n".join(rows) + "\n\\.\n"
        "create table parcels as select row_number() over () as id, parcel, layer, name, ecosystem_type,"
        " ecosystem_type_zh, district, district_zh, ownership, grade, area_m2, net_area, gep,"
        " st_transform(st_setsrid(st_geomfromgeojson(shape), 4326), 3857) as geom from loaded;"
        "create index on parcels using gist (geom); vacuum analyze parcels;")


def postgis(chosen):
    """Time inside the server, the geometry stored in 3857, polygons under 2 x 2 pixels left out below zoom 12."""
    load()
    values = ",".join(f"({z},{x},{y})" for z, x, y in chosen)
    out = sql(f"""
create function tile(zoom int, col int, line int) returns bytea language sql stable as $$
  with box as (select st_tileenvelope(zoom, col, line) as env,
      40075016.685578488 / (2 ^ zoom) / 4096 * 16 * 2 as least),
  cut as (select st_asmvtgeom(geom, env, 4096, 64, true) as geom, id, parcel, layer, name, ecosystem_type,
      ecosystem_type_zh, district, district_zh, ownership, grade, area_m2, net_area, gep
    from parcels, box where geom && env and (zoom >= 12 or st_area(st_envelope(geom)) >= least * least))
  select st_asmvt(cut, 'parcels', 4096, 'geom', 'id') from cut where geom is not null $$;
create temp table wanted (z int, x int, y int); insert into wanted values {values};
create temp table timed (z int, ms float8);
do $$ declare t record; begun timestamptz; made bytea; begin
  for t in select * from wanted limit 50 loop made := tile(t.z, t.x, t.y); end loop;
  for t in select * from wanted loop
    begun := clock_timestamp(); made := tile(t.z, t.x, t.y);
    insert into timed values (t.z, extract(epoch from clock_timestamp() - begun) * 1000);
  end loop; end $$;
select z, ms from timed;""")
    return [(int(z), float(ms)) for z, ms in (line.split("|") for line in out.split())]


async def client(stop, chosen, number, counts):
    rng = random.Random(number)
    reader, writer = await asyncio.open_connection(host.hostname, host.port)
    while time.perf_counter() < stop:
        kind = rng.randrange(4)
        if kind == 0:
            head = f"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" \
                   f"Content-Length: {len(GROUP)}\r\n\r\n{GROUP}"
        elif kind == 1:
            head = "GET /ogc/collections/parcels/items?limit=10&bbox=114.3,30.5,114.31,30.51 HTTP/1.1\r\nHost: x\r\n\r\n"
        else:
            z, x, y = rng.choice(chosen)
            head = f"GET /tiles/parcels/{z}/{x}/{y}.mvt HTTP/1.1\r\nHost: x\r\n\r\n"
        writer.write(head.encode())
        try:
            top = (await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 30)).decode().lower()
            status = int(top.split(" ")[1])
            if "transfer-encoding: chunked" in top:
                while True:
                    size = int(await reader.readline(), 16)
                    await reader.readexactly(size + 2)
                    if size == 0:
                        break
            elif "content-length" in top:
                await reader.readexactly(int(top.split("content-length: ")[1].split("\r")[0]))
            counts[0] += 1
            if status not in (200, 204):
                counts[1] += 1
        except Exception:
            counts[1] += 1
            return
    writer.close()


async def crowd(chosen):
    counts = [0, 0]
    stop = time.perf_counter() + seconds
    small = [tile for tile in chosen if tile[0] >= 11]
    await asyncio.gather(*[client(stop, small, number, counts) for number in range(200)])
    return counts


chosen = addresses()
times, sums = ours(chosen)
filled = list(times)
peers = postgis(filled) if database else []
requests, errors = asyncio.run(crowd(filled)) if seconds else (0, 0)
memory = [line for line in open(f"/proc/{process}/status") if line.startswith(("VmHWM", "VmRSS"))]
for z in range(8, 15):
    mine = [ms for (zoom, _, _), ms in times.items() if zoom == z]
    theirs = [ms for zoom, ms in peers if zoom == z]
    print(f"z{z}: {len(mine)} tiles, p95 {p95(mine):.2f} ms"
          + (f", PostGIS {p95(theirs):.2f} ms, ratio {p95(theirs) / p95(mine):.1f}" if theirs else ""), file=sys.stderr)
mine, theirs = p95(list(times.values())), p95([ms for _, ms in peers]) if peers else None
print(f"maps tile_p95_ms={mine:.2f} postgis_p95_ms={'absent' if theirs is None else f'{theirs:.2f}'} "
      f"ratio_postgis={'absent' if theirs is None else f'{theirs / mine:.1f}'} "
      f"groupby_median_ms={statistics.median(sums):.2f} groupby_p95_ms={p95(sums):.2f} "
      f"clients=200 seconds={seconds} requests={requests} errors={errors} "
      f"mb={int(memory[0].split()[1]) // 1024}")
