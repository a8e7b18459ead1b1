/** Questions that the page offers to begin with: an analyst's, a finance officer's and a map's. */
import type { Text } from '../data/documents';

export interface Example { name: Text; query: string; variables: string }

export const examples: Example[] = [
  {
    name: { zh: '一年的总值与各服务', en: 'A year: GEP and its services' },
    query: `query ($year: Int!) {
  snapshot { id }
  account(year: $year) {
    gep { amount unit }
    groups(by: [SERVICE]) { service { code name { zh en } } value { amount unit } lineCount }
  }
}
`,
    variables: '{ "year": 2019 }',
  },
  {
    name: { zh: '各区各服务价值', en: 'Values by district and service' },
    query: `{
  accountGroups(by: [YEAR, DISTRICT, SERVICE], where: { year: { eq: 2019 } }) {
    district { name { zh } } service { name { zh } } value { amount unit }
  }
}
`,
    variables: '',
  },
  {
    name: { zh: '两年变化及其原因', en: 'What changed between two years, and why' },
    query: `{
  compare(from: 2019, to: 2024) {
    byDistrict {
      district { name { zh } } change { amount unit }
      effects { area { amount } intensity { amount } price { amount } method { amount } }
    }
  }
}
`,
    variables: '',
  },
  {
    name: { zh: '某行的由来', en: 'Why a line is what it is' },
    query: `{
  account(year: 2019) {
    line(line: "420116:water-conservation:water:FOR-DBF") {
      value { amount unit }
      explanation { steps { depth label { zh } value formula source { key place confidence } place } }
    }
  }
}
`,
    variables: '',
  },
  {
    name: { zh: '某范围内的湖泊图斑', en: 'Lake parcels within an area' },
    query: `query ($area: String!) {
  parcels(first: 20, where: { ecosystemType: { eq: "WET/lake" }, geometry: { intersects: { wkt: $area } } }) {
    totalCount
    nodes { code name area { amount unit } gepSpread(year: 2019) { amount unit } }
  }
}
`,
    variables: '{ "area": "POLYGON((114.3 30.4, 114.5 30.4, 114.5 30.6, 114.3 30.6, 114.3 30.4))" }',
  },
  {
    name: { zh: '补偿资金安排及检查', en: 'Schedules and their checks' },
    query: `{
  schedules(year: 2019, isDrawn: true) {
    code status total { amount unit } lineCount
    payers { payer amount { amount unit } }
    checks { code passed residual unit title { zh } }
    problems { code severity where message { zh } remedy { zh } }
  }
}
`,
    variables: '',
  },
];
