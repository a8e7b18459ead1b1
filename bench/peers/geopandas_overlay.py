#!/usr/bin/python3
"""GeoPandas as a peer: whole parcels by a spatial join, the others by overlay, in an equal-area plane.
usage: geopandas_overlay.py FOLDER; prints geopandas_seconds=... (without reading)"""
import sys
import time
import warnings

warnings.filterwarnings("ignore")
import geopandas
import pandas
from shapely import wkb

folder = sys.argv[1]
plane = "+proj=aea +lat_0=0 +lon_0=105 +lat_1=25 +lat_2=47 +ellps=GRS80 +units=m +no_defs"
districts = geopandas.read_file(f"{folder}/districts.geojson").set_crs(4490, allow_override=True)
rows = pandas.read_csv(f"{folder}/parcels.csv", usecols=["id", "eco", "geom"])
parcels = geopandas.GeoDataFrame(
    rows[["id", "eco"]], geometry=[wkb.loads(text, hex=True) for text in rows.geom], crs=4490)
del rows
start = time.perf_counter()
parcels, districts = parcels.to_crs(plane), districts.to_crs(plane)[["code", "geometry"]]
joined = geopandas.sjoin(parcels, districts, how="inner", predicate="within")
whole = joined[~joined.index.duplicated()]
rest = parcels.loc[parcels.index.difference(whole.index)]
cut = geopandas.overlay(rest, districts, how="intersection", keep_geom_type=True)
both = pandas.concat([whole[["code", "eco", "geometry"]], cut[["code", "eco", "geometry"]]])
both["area"] = geopandas.GeoSeries(both.geometry).area
both.groupby(["code", "eco"]).area.sum()
print(f"geopandas_seconds={time.perf_counter() - start:.3f}")
