/** Parcels, one by one and by area. */
import type { Source, Text } from './documents';
import { question, questionOnce, sourceFields, textFields } from './graphql';

interface Exact { amount: string }
interface Area { amount: number }

export interface Parcel {
  code: string; number: string; name: string | null; town: string | null; ownership: string | null;
  grade: string | null; isSchematic: boolean; place: string;
  layer: { code: string; name: Text; source: Source | null };
  ecosystemType: { code: string; name: Text }; district: { code: string; name: Text } | null;
  area: Area; registerArea: Area | null; netArea: Area | null; gepSpread: Exact | null;
}

const parcelQuery = `query Parcel($code: String!, $year: Int!) {
  parcel(code: $code) {
    code number name town ownership grade isSchematic place
    layer { code name ${textFields} source ${sourceFields} }
    ecosystemType { code name ${textFields} } district { code name ${textFields} }
    area(unit: HECTARE) { amount } registerArea { amount } netArea(year: $year) { amount }
    gepSpread(year: $year) { amount }
  }
}`;

/** A parcel by its code, such as <c>lakes:L-01</c>. */
export async function parcel(code: string, year: number): Promise<Parcel | null> {
  return (await questionOnce<{ parcel: Parcel | null }>(parcelQuery, { code, year })).parcel;
}

const pageSize = 500;

const withinQuery = `query Within($where: ParcelFilterInput, $year: Int!, $first: Int, $after: String) {
  parcels(where: $where, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { ecosystemType { code } netArea(year: $year, unit: SQUARE_METRE) { amount } gepSpread(year: $year) { amount } }
  }
}`;

export interface Within { type: string; squareMetres: number; yuan: number }

/** Parcels of a year that meet an area; only their number where there are more than wanted. */
export async function parcelsWithin(
  wkt: string, year: number, most: number): Promise<{ count: number; parcels: Within[] | null }> {
  const where = { thereIn: year, geometry: { intersects: { wkt } } };
  const parcels: Within[] = [];
  let after: string | null = null;
  for (;;) {
    const { parcels: page }: { parcels: {
      totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string | null };
      nodes: { ecosystemType: { code: string }; netArea: Area | null; gepSpread: Exact | null }[];
    } } = await question(withinQuery, { where, year, first: pageSize, after });
    if (page.totalCount > most) return { count: page.totalCount, parcels: null };
    parcels.push(...page.nodes.map((node) => ({
      type: node.ecosystemType.code, squareMetres: node.netArea?.amount ?? 0,
      yuan: Number(node.gepSpread?.amount ?? 0),
    })));
    if (!page.pageInfo.hasNextPage) return { count: page.totalCount, parcels };
    after = page.pageInfo.endCursor;
  }
}
