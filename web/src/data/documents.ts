/** What the service says to the page at /pages. Yuan and exact ratios are decimal texts. */
import { once } from './snapshot';

export interface Text { zh: string; en: string }
export interface Source { key: string; place: string; confidence: 'low' | 'medium' | 'high' }
export interface Named { code: string; name: Text }
export interface District extends Named { centre?: [number, number] }
export interface EcosystemType extends Named { level1: string }
export interface Service extends Named { group: 'provisioning' | 'regulating' | 'cultural' }

export interface Layer {
  id: string; role: 'districts' | 'ecosystem' | 'reserves'; name: Text; schematic: boolean; crs: string;
  licence: string; fromYear: number; toYear: number; source: Source;
}

export interface City {
  snapshot: string; workspace: string; name: Text; region: string; profile: string; years: number[];
  bounds?: [number, number, number, number];
  districts: District[]; ecosystemTypes: EcosystemType[]; services: Service[]; layers: Layer[];
}

export interface Check { code: string; text: Text; residual: number | string; unit: string; passed: boolean }
export interface Problem { code: string; severity: string; where: string; text: Text; remedy: Text }
export type YuanBy = Record<string, string>;

export interface Indicators {
  code: string; gepYuan: string; officialSquareMetres: number;
  yuanPerSquareKilometre: string | null; yuanPerHead: string | null; gepToGdp: string | null;
  population: string | null; gdpYuan: string | null;
  byService: YuanBy; byEcosystemType: YuanBy; memorandum: YuanBy;
}

export interface DistrictAccount extends Indicators {
  measuredSquareMetres: number; uncoveredSquareMetres: number;
  extents: { type: string; squareMetres: number; parcels: number }[];
}

export interface Account {
  snapshot: string; year: number; profile: string; resultHash: string; lines: number;
  flags: Record<string, number>; region: Indicators; districts: DistrictAccount[];
  ranges: {
    service: string; lowYuan: string; centralYuan: string; highYuan: string; grade: string;
    lines: number; lowConfidenceLines: number;
  }[];
  checks: Check[]; problems: Problem[];
}

export interface Change {
  code: string; openingYuan: string; closingYuan: string; constantPriceYuan: string; changeYuan: string;
  areaYuan: string; intensityYuan: string; priceYuan: string; methodYuan: string;
}

export interface Comparison {
  snapshot: string; from: number; to: number; profile: string;
  total: Change; byService: Change[]; byDistrict: Change[]; checks: Check[];
}

export interface Schedule {
  scheme: string; name: Text; status: string; schemeStatus: 'verified' | 'unverified'; statusReason?: Text;
  basis: string; source: Source; beneficiaries: Text; problems: Problem[];
  totalYuan?: string; lines?: number;
  payers?: { payer: string; name: Text; yuan: string }[];
  districts?: { code: string; lines: number; areaMu: string; yuan: string }[];
  checks?: Check[];
}

export interface Schedules { snapshot: string; year: number; schedules: Schedule[] }

export interface TraceNode {
  label: Text; value: string; formula?: string; source?: Source; where?: string; children?: TraceNode[];
}

export const city = () => once<City>('/pages/city');
export const account = (year: number) => once<Account>(`/pages/accounts/${year}`);
export const comparison = (from: number, to: number) => once<Comparison>(`/pages/changes/${from}/${to}`);
export const schedules = (year: number) => once<Schedules>(`/pages/schedules/${year}`);
export const explanation = (year: number, line: string) =>
  once<{ line: string; tree: TraceNode }>(`/pages/explanations/${year}/${encodeURIComponent(line)}`);
