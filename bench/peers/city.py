"""Makes a workspace of generated parcels: the tiny workspace of the tests with 13 districts and one layer of
parcels. usage: city.py REPOSITORY GENERATED FOLDER"""
import csv, json, os, shutil, sqlite3, sys

repository, generated, folder = sys.argv[1:4]
tiny, data = os.path.join(repository, "tests/workspaces/tiny"), os.path.join(repository, "data")
TYPES = {"forest": "FOR/MF", "wetland": "WET/marsh", "water": "WET/river", "cropland": "CRO/dry",
         "grassland": "GRA/meadow", "urban_green": "URB", "other": "BUI"}
LAYERS = """layers:
  - id: districts
    role: districts
    name: {zh: 行政区, en: Districts}
    files: [districts.geojson]
    crs: EPSG:4490
    years: {from: 2019, to: 2025}
    schematic: true
    licence: CC0-1.0
    source: {key: ASSUMPTION, confidence: low}
    attributes: {code: code, name: name}
  - id: patches
    role: ecosystem
    name: {zh: 图斑, en: Patches}
    files: [patches.gpkg]
    crs: EPSG:4490
    years: {from: 2019, to: 2025}
    schematic: true
    licence: CC0-1.0
    source: {key: ASSUMPTION, confidence: low}
    attributes: {id: parcel, type: eco, ownership: owner}
"""


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path, table):
    with open(os.path.join(folder, path), "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, table[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)


shutil.rmtree(folder, ignore_errors=True)
for part in ("classifications", "statistics", "layers"):
    os.makedirs(os.path.join(folder, part))
for pack in ("parameters", "profiles"):
    shutil.copytree(os.path.join(data, pack), os.path.join(folder, pack))
for file in ("ecosystem-types.yaml", "services.yaml"):
    shutil.copy(os.path.join(data, "classifications", file), os.path.join(folder, "classifications", file))
with open(os.path.join(tiny, "workspace.yaml"), encoding="utf-8") as file:
    text = file.read().replace("id: tiny", "id: city").replace("[2019, 2024]", "[2024]")
text = text.replace("[waters, forests, fields]", "[patches]")
with open(os.path.join(folder, "workspace.yaml"), "w", encoding="utf-8") as file:
    file.write(text)

with open(os.path.join(generated, "districts.geojson"), encoding="utf-8") as file:
    districts = json.load(file)
names = {}
for number, district in enumerate(districts["features"], 1):
    old = district["properties"]
    code = names[old["code"]] = f"9901{number:02d}"
    district["properties"] = {"code": code, "name": old["name"]}
    district["area"] = old["area_km2"]
write("classifications/districts.csv", [
    {"code": each["properties"]["code"], "name_zh": each["properties"]["name"],
     "name_en": each["properties"]["name"], "official_area_km2": each["area"], "source": "ASSUMPTION",
     "confidence": "low"} for each in districts["features"]])
for each in districts["features"]:
    del each["area"]
with open(os.path.join(folder, "layers/districts.geojson"), "w", encoding="utf-8") as file:
    json.dump(districts, file)
with open(os.path.join(folder, "layers/layers.yaml"), "w", encoding="utf-8") as file:
    file.write(LAYERS)
of_year = rows(os.path.join(tiny, "statistics/2024.csv"))
write("statistics/2024.csv", [row for row in of_year if row["district"] == "990100"]
      + [{**row, "district": code} for code in names.values() for row in of_year if row["district"] == "990101"])

layer = os.path.join(folder, "layers/patches.gpkg")
shutil.copy(os.path.join(generated, "parcels.gpkg"), layer)
with sqlite3.connect(layer) as base:
    for (trigger,) in base.execute("select name from sqlite_master where type = 'trigger'").fetchall():
        base.execute(f'drop trigger "{trigger}"')
    base.execute("alter table parcels add column parcel text")
    base.execute("update parcels set eco = case eco "
                 + " ".join(f"when '{old}' then '{new}'" for old, new in TYPES.items()) + " end, parcel = 'P' || id")
