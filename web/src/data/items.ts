/** Features of /ogc that the page lists: account lines, payment lines, parcels. */
import { once } from './snapshot';

export interface AccountLine {
  line: string; year: number; district: string; service: string; service_zh: string; item: string;
  ecosystem_type: string | null; extent_m2: number; physical_quantity: number; unit: string;
  unit_value_yuan: number; unit_value_unit: string; value_yuan: number; booked: boolean; flags: string;
  source: string;
}

export interface PaymentLine {
  line: string; year: number; scheme: string; schedule_status: string; district: string;
  district_zh: string | null; parcel: string; area_mu: number | null; rate_yuan_per_mu: number | null;
  amount_yuan: number;
}

/** Properties of a parcel; those of a year end in it: <c>net_area_m2_2019</c>. */
export interface Parcel {
  parcel: string; layer: string; name: string | null; ecosystem_type: string;
  ecosystem_type_zh: string; ecosystem_type_en: string; district: string | null;
  district_zh: string | null; town: string | null; ownership: string | null; grade: string | null;
  register_area_mu: number | null; area_m2: number; schematic: boolean;
  [property: string]: unknown;
}

export interface Item<P> { id: string; properties: P; geometry?: GeoJSON.Geometry | null }
export interface Page<P> { numberMatched: number; numberReturned: number; features: Item<P>[] }

/** Items of a collection that meet a CQL2 filter. */
export function items<P>(collection: string, filter: string, limit: number, offset = 0): Promise<Page<P>> {
  const query = new URLSearchParams({ filter, limit: String(limit), offset: String(offset) });
  return once<Page<P>>(`/ogc/collections/${collection}/items?${query}`);
}

/** One item by its id. */
export const item = <P>(collection: string, id: string) =>
  once<Item<P>>(`/ogc/collections/${collection}/items/${encodeURIComponent(id)}`);

/** A text in a CQL2 filter. */
export const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
