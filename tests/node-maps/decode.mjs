// Prints what @mapbox/vector-tile finds in a tile: node decode.mjs FILE
import { readFileSync } from "node:fs";
import { VectorTile } from "@mapbox/vector-tile";
import Pbf from "pbf";

const tile = new VectorTile(new Pbf(readFileSync(process.argv[2])));
const layers = Object.values(tile.layers).map((layer) => ({
  name: layer.name,
  version: layer.version,
  extent: layer.extent,
  features: Array.from({ length: layer.length }, (_, i) => {
    const feature = layer.feature(i);
    return {
      id: feature.id,
      type: feature.type,
      properties: feature.properties,
      rings: feature.loadGeometry().map((ring) => ring.length),
    };
  }),
}));
process.stdout.write(JSON.stringify(layers));
