"""Asks the service for tiles, sums and load, and PostGIS for the same tiles. Standard library, psql and, for a
file of parcels, ogr2ogr."""
import asyncio, http.client, json, math, random, statistics, subprocess, sys, threading, time, urllib.parse

base, tiles, seconds, database, process = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4], sys.argv[5]
layer = sys.argv[6] if len(sys.argv) > 6 else ""
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


def ask(connection, method, path, body=None, headers=None):
    headers = headers or ({"Content-Type": "application/json"} if body else {})
    begun = time.perf_counter()
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    read = answer.read()
    return (time.perf_counter() - begun) * 1000, answer.status, len(read)


def ours(chosen):
    """Times of tiles asked for the first time, then again, and of sums; tiles of other zooms warm the program up."""
    connection = http.client.HTTPConnection(host.hostname, host.port)
    middle = [(z, int((114.3 + 180) / 360 * 2 ** z), int((1 - math.asinh(math.tan(math.radians(30.5))) / math.pi)
                                                         / 2 * 2 ** z)) for z in (0, 1, 2, 3, 4, 5, 6, 7, 15, 16)]
    for z, x, y in middle[:-2] + [(z, x + i, y + j) for z, x, y in middle[-2:] for i in range(12) for j in range(12)]:
        ask(connection, "GET", f"/tiles/parcels/{z}/{x}/{y}.mvt")
    times, lengths, again = {}, {}, []
    for z, x, y in chosen:
        took, status, length = ask(connection, "GET", f"/tiles/parcels/{z}/{x}/{y}.mvt")
        if status == 200:
            times[(z, x, y)], lengths[(z, x, y)] = took, length
    for z, x, y in times:
        again.append(ask(connection, "GET", f"/tiles/parcels/{z}/{x}/{y}.mvt")[0])
    for _ in range(20):
        ask(connection, "POST", "/graphql", GROUP)
    sums = [ask(connection, "POST", "/graphql", GROUP)[0] for _ in range(100)]
    pages = [ask(connection, "GET", f"/ogc/collections/parcels/items?limit=100&offset={100 * page}"
                                    "&bbox=114.3,30.5,114.4,30.6")[0] for page in range(20)]
    return times, lengths, again, sums, pages


def panning():
    """A view of 4 x 3 tiles that pans by a quarter of a tile, 60 steps a zoom, six tiles at a time, packed."""
    connections = [http.client.HTTPConnection(host.hostname, host.port) for _ in range(6)]
    steps, single, largest = [], [], 0
    for z in range(9, 15):
        n, have = 2 ** z, set()
        x, y = (114.2 + 180) / 360 * n, (1 - math.asinh(math.tan(math.radians(30.8))) / math.pi) / 2 * n
        for step in range(60):
            x, y = x + (0.25 if step % 20 < 12 else 0), y + (0.25 if step % 20 >= 12 else 0)
            wanted = [(z, int(x) + i, int(y) + j) for i in range(5) for j in range(4)]
            wanted = [tile for tile in wanted if tile not in have]
            have.update(wanted)
            if not wanted:
                continue
            answers = []

            def work(connection, mine):
                for z, x, y in mine:
                    answers.append(ask(connection, "GET", f"/tiles/parcels/{z}/{x}/{y}.mvt",
                                       headers={"Accept-Encoding": "gzip, br"}))

            threads = [threading.Thread(target=work, args=(connections[i], wanted[i::6])) for i in range(6)]
            begun = time.perf_counter()
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            if step > 0:
                steps.append((time.perf_counter() - begun) * 1000)
            single += [took for took, _, _ in answers]
            largest = max([largest] + [length for _, _, length in answers])
    return p95(steps), p95(single), largest


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
        " st_transform(st_setsrid(st_geomfromgeojson(shape), 4326), 3857) as geom from loaded;")


def load_file():
    """The parcels of a GeoPackage, with numbers of the same kind as those that tiles carry."""
    subprocess.run(["ogr2ogr", "-f", "PostgreSQL", f"PG:{database}", layer, "-nln", "public.loaded", "-nlt",
                    "PROMOTE_TO_MULTI", "-lco", "GEOMETRY_NAME=shape", "-lco", "SPATIAL_INDEX=NONE",
                    "--config", "PG_USE_COPY", "YES"], check=True)
    sql("create table parcels as select row_number() over () as id, parcel, 'patches' as layer, null::text as name,"
        " eco as ecosystem_type, eco as ecosystem_type_zh, null::text as district, null::text as district_zh,"
        " owner as ownership, null::text as grade, st_area(shape) as area_m2, 2 * st_area(shape) as net_area,"
        " 3 * st_area(shape) as gep, st_transform(st_setsrid(shape, 4326), 3857) as geom from loaded;")


def postgis(chosen):
    """Time inside the server. The geometry and its area are stored in 3857. The same thinning: below zoom 12
    polygons under 2 x 2 pixels are left out and positions lie on a grid of half a pixel; the 3,500 largest are
    shown; from 1,500 on values of single parcels are left out. It draws no mosaic of the rest."""
    if layer:
        load_file()
    else:
        load()
    sql("alter table parcels add column size float8; update parcels set size = st_area(geom);"
        "create index on parcels using gist (geom); vacuum full analyze parcels;")
    values = ",".join(f"({z},{x},{y})" for z, x, y in chosen)
    out = sql(f"""
create function tile(zoom int, col int, line int) returns bytea language sql stable as $$
  with box as (select st_tileenvelope(zoom, col, line) as env,
      st_tileenvelope(zoom, col, line, margin => 64.0 / 4096) as seen,
      40075016.685578488 / (2 ^ zoom) / 4096 * 16 as least),
  largest as (select p.*, count(*) over () as many, env from parcels p, box
    where geom && seen and (zoom >= 12 or size >= least * least) order by size desc limit 3500),
  cut as (select st_asmvtgeom(geom, env, case when zoom < 12 then 1024 else 4096 end,
        case when zoom < 12 then 16 else 64 end, true) as geom, id, layer, ecosystem_type, ecosystem_type_zh,
      district, district_zh, ownership, grade, case when many < 1500 then parcel end as parcel,
      case when many < 1500 then name end as name, case when many < 1500 then area_m2 end as area_m2,
      case when many < 1500 then net_area end as net_area, case when many < 1500 then gep end as gep
    from largest)
  select st_asmvt(cut, 'parcels', case when zoom < 12 then 1024 else 4096 end, 'geom', 'id')
  from cut where geom is not null $$;
create temp table wanted (z int, x int, y int); insert into wanted values {values};
create temp table timed (z int, ms float8);
do $$ declare t record; begun timestamptz; made bytea; begin
  for t in select * from wanted order by random() limit 50 loop made := tile(t.z, t.x, t.y); end loop;
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
times, lengths, again, sums, pages = ours(chosen)
pan_step, pan_tile, pan_largest = panning()
filled = list(times)
peers = postgis(filled) if database else []
requests, errors = asyncio.run(crowd(filled)) if seconds else (0, 0)
memory = [line for line in open(f"/proc/{process}/status") if line.startswith(("VmHWM", "VmRSS"))]
for z in range(8, 15):
    mine = [ms for (zoom, _, _), ms in times.items() if zoom == z]
    theirs = [ms for zoom, ms in peers if zoom == z]
    print(f"z{z}: {len(mine)} tiles, p95 {p95(mine):.2f} ms, "
          f"largest {max(length for (zoom, _, _), length in lengths.items() if zoom == z) // 1024} KiB"
          + (f", PostGIS {p95(theirs):.2f} ms, ratio {p95(theirs) / p95(mine):.1f}" if theirs else ""), file=sys.stderr)
mine, theirs = p95(list(times.values())), p95([ms for _, ms in peers]) if peers else None
print(f"maps tile_p95_ms={mine:.2f} postgis_p95_ms={'absent' if theirs is None else f'{theirs:.2f}'} "
      f"ratio_postgis={'absent' if theirs is None else f'{theirs / mine:.1f}'} "
      f"again_p95_ms={p95(again):.2f} largest_kib={max(lengths.values()) // 1024} "
      f"pan_step_p95_ms={pan_step:.1f} pan_tile_p95_ms={pan_tile:.1f} pan_largest_kib={pan_largest // 1024} "
      f"page_p95_ms={p95(pages):.2f} groupby_median_ms={statistics.median(sums):.2f} groupby_p95_ms={p95(sums):.2f} "
      f"clients=200 seconds={seconds} requests={requests} errors={errors} "
      f"mb={int(memory[0].split()[1]) // 1024}")
