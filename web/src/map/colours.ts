/** Colours of measures and ecosystem types. Ramps are told apart without red and green. */
import type { Measure } from './measures';

const values = ['#e4f1e1', '#b4d9cc', '#7bbcb0', '#3f8f92', '#115f6b'];
const money = ['#f6e8c8', '#ecc98f', '#dba25a', '#bb7434', '#7f4416'];
const change = ['#8a5a1d', '#cfa768', '#ece5d6', '#7fbcb1', '#1b6f69'];

/** A class of a legend: a colour for values from one bound, inclusive, to the next. */
export interface ColourClass { colour: string; from: number; to: number }

export const noDataColour = '#9aa3a0';

const typeColours: Record<string, string> = {
  FOR: '#2f7d4f', SHR: '#8fae4b', GRA: '#c3cf6a', WET: '#3d86c6', CRO: '#e2c45f', URB: '#b583c9',
  BUI: '#8f8f8f', BAR: '#c9bda8',
};

export const typeColour = (level1: string) => typeColours[level1] ?? noDataColour;

/** Classes of a measure; districts that share a value share a class. */
export function classesOf(measure: Measure): ColourClass[] {
  const sorted = [...measure.values.values()].sort((left, right) => left - right);
  if (sorted.length === 0) return [];
  return measure.isChange ? changeClasses(sorted) : quantileClasses(sorted, rampOf(measure), measure.decimals);
}

const rampOf = (measure: Measure) => measure.group === 'measurePayment' ? money : values;

function quantileClasses(sorted: number[], ramp: string[], decimals: number): ColourClass[] {
  const bounds = [sorted[0]!];
  for (let place = 1; place < ramp.length; place++) {
    const bound = rounded(sorted[Math.floor(place * sorted.length / ramp.length)]!, decimals);
    if (bound > bounds.at(-1)! && bound < sorted.at(-1)!) bounds.push(bound);
  }
  const step = bounds.length > 1 ? (ramp.length - 1) / (bounds.length - 1) : 0;
  return bounds.map((from, place) => ({
    colour: ramp[Math.round(place * step)]!, from, to: bounds[place + 1] ?? sorted.at(-1)!,
  }));
}

/** Two classes below zero, one around it, two above: bounds mirror each other. */
function changeClasses(sorted: number[]): ColourClass[] {
  const most = Math.max(Math.abs(sorted[0]!), Math.abs(sorted.at(-1)!));
  if (most === 0) return [{ colour: change[2]!, from: 0, to: 0 }];
  const bounds = [-most, -most / 2, -most / 20, most / 20, most / 2, most];
  return change.map((colour, place) => ({ colour, from: bounds[place]!, to: bounds[place + 1]! }));
}

/** Rounded to three significant digits, within the decimals that the measure shows. */
function rounded(value: number, decimals: number): number {
  if (value === 0) return 0;
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  const scale = 10 ** Math.min(decimals, 2 - magnitude);
  return Math.round(value * scale) / scale;
}

/** The colour of a value. */
export function colourOf(classes: ColourClass[], value: number | undefined): string {
  if (value === undefined || classes.length === 0) return noDataColour;
  return (classes.findLast((each) => value >= each.from) ?? classes[0]!).colour;
}
