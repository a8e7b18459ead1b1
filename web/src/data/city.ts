import type { Bounds, City, District, Layer, Text } from './documents';
import { kebab, questionOnce, sourceFields, textFields } from './graphql';

const query = `query City {
  snapshot { id workspace region name ${textFields} years defaultProfile }
  me { name roles seesAllPayees }
  districts { code name ${textFields} bounds { west south east north } }
  ecosystemTypes { code level1 name ${textFields} }
  ecosystemServices { code group name ${textFields} }
  layers { code role name ${textFields} isSchematic crs licence fromYear toYear featureCount source ${sourceFields} }
}`;

interface Answer {
  snapshot: { id: string; workspace: string; region: string; name: Text; years: number[]; defaultProfile: string };
  me: { name: string; roles: string[]; seesAllPayees: boolean };
  districts: { code: string; name: Text; bounds: Bounds | null }[];
  ecosystemTypes: City['ecosystemTypes'];
  ecosystemServices: City['services'];
  layers: (Omit<Layer, 'id' | 'schematic' | 'features'> & {
    code: string; isSchematic: boolean; featureCount: number;
  })[];
}

/** Names and codes that every other document uses, where the layers come from, and who is asking. */
export async function city(): Promise<City> {
  const { snapshot, me, districts, ecosystemTypes, ecosystemServices, layers } =
    await questionOnce<Answer>(query);
  const boxes = districts.flatMap((district) => district.bounds ?? []);
  return {
    snapshot: snapshot.id, workspace: snapshot.workspace, region: snapshot.region, name: snapshot.name,
    profile: snapshot.defaultProfile, years: snapshot.years,
    caller: { ...me, roles: me.roles.map(kebab) },
    ...(boxes.length > 0 ? { bounds: around(boxes) } : {}),
    districts: districts.map(({ code, name, bounds }): District => ({
      code, name, ...(bounds ? { centre: centreOf(bounds) } : {}),
    })),
    ecosystemTypes,
    services: ecosystemServices.map((service) => ({ ...service, group: kebab(service.group) })),
    layers: layers.map(({ code, isSchematic, featureCount, role, source, ...rest }) => ({
      ...rest, id: code, role: kebab(role), schematic: isSchematic, features: featureCount,
      source: { ...source, confidence: kebab(source.confidence) },
    })),
  };
}

const centreOf = (box: Bounds): [number, number] => [(box.west + box.east) / 2, (box.south + box.north) / 2];

const around = (boxes: Bounds[]): [number, number, number, number] => [
  Math.min(...boxes.map((box) => box.west)), Math.min(...boxes.map((box) => box.south)),
  Math.max(...boxes.map((box) => box.east)), Math.max(...boxes.map((box) => box.north)),
];
