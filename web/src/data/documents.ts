/** What the pages show. Yuan and exact ratios are decimal texts, as /graphql sends them. */

export interface Text { zh: string; en: string }
export interface Source { key: string; place: string; confidence: string }
export interface Named { code: string; name: Text }
export interface Bounds { west: number; south: number; east: number; north: number }
export interface District extends Named { centre?: [number, number] }
export interface EcosystemType extends Named { level1: string }
export interface Service extends Named { group: string }

export interface Layer {
  id: string; role: string; name: Text; schematic: boolean; crs: string; licence: string; fromYear: number;
  toYear: number; features: number; source: Source;
}

export interface Caller { name: string; roles: string[]; seesAllPayees: boolean }

export interface City {
  snapshot: string; workspace: string; name: Text; region: string; profile: string; years: number[];
  caller: Caller; bounds?: [number, number, number, number];
  districts: District[]; ecosystemTypes: EcosystemType[]; services: Service[]; layers: Layer[];
}

export interface Check { code: string; title: Text; residual: string; unit: string; passed: boolean }
export interface Problem { code: string; severity: string; where: string; message: Text; remedy: Text }
export type YuanBy = Record<string, string>;

export interface Indicators {
  code: string; gepYuan: string; officialSquareMetres: number;
  yuanPerSquareKilometre: string | null; yuanPerHead: string | null; gepToGdp: string | null;
  population: string | null; byService: YuanBy; byEcosystemType: YuanBy;
}

export interface DistrictAccount extends Indicators {
  measuredSquareMetres: number; uncoveredSquareMetres: number;
  extents: { type: string; squareMetres: number; parcels: number }[];
}

export interface Account {
  year: number; profile: string; resultHash: string; lines: number; flags: Record<string, number>;
  region: Indicators; districts: DistrictAccount[]; memorandum: YuanBy; checks: Check[]; problems: Problem[];
}

export interface Change {
  code: string; openingYuan: string; closingYuan: string; constantPriceYuan: string; changeYuan: string;
  areaYuan: string; intensityYuan: string; priceYuan: string; methodYuan: string;
}

/** Two years to compare. */
export interface Pair { from: number; to: number }

export interface Comparison extends Pair {
  total: Change; byService: Change[]; byDistrict: Change[]; checks: Check[];
}

/** A step that somebody took with a schedule. */
export interface Step {
  number: number; step: string; role: string; actor: string; at: string; note: string; stage: string | null;
  hash: string;
}

export interface Schedule {
  code: string; scheme: string; name: Text; status: string; schemeStatus: 'verified' | 'unverified';
  statusReason: Text | null; basis: string; source: Source | null; beneficiaries: Text; problems: Problem[];
  totalYuan: string | null; lines: number; contentHash: string | null;
  payers: PayerYuan[]; districts: { code: string; lines: number; yuan: string }[];
  checks: Check[]; steps: Step[];
}

/** A step that may follow. What stands in its way for who asks are its reasons. */
export interface NextStep {
  step: string; role: string | null; needsNote: boolean; needsLines: boolean; stages: string[];
  reasons: Problem[];
}

export interface PayerYuan { payer: string; yuan: string }

/** What an issued line differs by from the one that is due. */
export interface CorrectionLine {
  district: string; payee: string | null; parcel: string; issuedLine: string | null; dueLine: string | null;
  issuedYuan: string; dueYuan: string; deltaYuan: string; payers: PayerYuan[];
  /** What an adjustment names that settles it. */
  corrects: string;
  /** What no adjustment settles yet. */
  open: PayerYuan[];
}

export interface Correction {
  issuedHash: string; dueHash: string; issuedYuan: string; dueYuan: string; totalYuan: string;
  payers: PayerYuan[]; lines: CorrectionLine[]; lineCount: number;
}

/** A signed amount of an earlier year that is settled with a schedule. */
export interface Adjustment {
  district: string; payee: string | null; parcel: string; payer: string; yuan: string; line: string;
  reason: string | null; place: string; number: string | null; state: string;
}

/** Where a schedule stands for who asks. */
export interface Dossier {
  notice: { begins: string; ends: string; daysLeft: number } | null; nextSteps: NextStep[];
  correction: Correction | null; adjustments: Adjustment[];
}

export interface Schedules { year: number; schedules: Schedule[] }

export interface TraceNode {
  label: Text; value: string; formula: string | null; source: Source | null; place: string | null;
  children: TraceNode[];
}
