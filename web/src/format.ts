/** Numbers as people read them: grouped, with the decimals that their unit deserves, never without unit. */
import type { Text } from './data/documents';

const yuanPerHundredMillion = 1e8;
const yuanPerTenThousand = 1e4;
const squareMetresPerHectare = 1e4;
const squareMetresPerSquareKilometre = 1e6;

export const units = {
  hundredMillionYuan: { zh: '亿元', en: '×10⁸ yuan' },
  tenThousandYuanPerKm2: { zh: '万元/km²', en: '×10⁴ yuan/km²' },
  yuanPerHead: { zh: '元/人', en: 'yuan per head' },
  yuan: { zh: '元', en: 'yuan' },
  tenThousandYuan: { zh: '万元', en: '×10⁴ yuan' },
  ratio: { zh: '比值', en: 'ratio' },
  hectare: { zh: 'hm²', en: 'ha' },
  squareKilometre: { zh: 'km²', en: 'km²' },
  mu: { zh: '亩', en: 'mu' },
} satisfies Record<string, Text>;

/** A number with grouped digits and fixed decimals; a long dash for none. */
export function fixed(value: number | null | undefined, decimals: number): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  const text = (Number(value.toFixed(decimals)) || 0).toLocaleString('en-US', {
    minimumFractionDigits: decimals, maximumFractionDigits: decimals,
  });
  return text.replace('-', '−');
}

/** A number with as many decimals as four significant digits take. */
export function significant(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  return value.toLocaleString('en-US', { maximumSignificantDigits: 4 }).replace('-', '−');
}

/** Yuan in decimal text, to the fen, grouped; digits are never rounded here. */
export function yuan(text: string | null | undefined): string {
  if (text === null || text === undefined) return '–';
  const [whole = '', fen] = text.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${text.startsWith('-') ? '−' : ''}${grouped}${fen === undefined ? '' : `.${fen}`}`;
}

/** A difference in yuan, always with its sign. */
export const signedYuan = (text: string) => Number(text) > 0 ? `+${yuan(text)}` : yuan(text);

const beijing = new Intl.DateTimeFormat(
  'sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** A moment by Beijing time, as in 2026-11-21 09:30. */
export const moment = (at: string) => beijing.format(new Date(at));

/** Decimal text as a number, for charts and rounded columns. */
export const toNumber = (text: string | null | undefined) =>
  text === null || text === undefined ? null : Number(text);

export const toHundredMillion = (text: string | null | undefined) => {
  const value = toNumber(text);
  return value === null ? null : value / yuanPerHundredMillion;
};

export const toTenThousand = (text: string | null | undefined) => {
  const value = toNumber(text);
  return value === null ? null : value / yuanPerTenThousand;
};

export const hectares = (squareMetres: number) => squareMetres / squareMetresPerHectare;
export const squareKilometres = (squareMetres: number) => squareMetres / squareMetresPerSquareKilometre;
