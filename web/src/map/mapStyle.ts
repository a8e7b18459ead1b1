/** The style of the map: own vector tiles, names drawn with the fonts of the reader's machine. */
import type {
  CircleLayerSpecification, DataDrivenPropertyValueSpecification, ExpressionSpecification, FilterSpecification, StyleSpecification,
} from 'maplibre-gl';
import type { City } from '../data/documents';
import type { Language, Theme } from '../language';
import { noDataColour, typeColour } from './colours';

/** Below this zoom parcels are not shown. */
export const parcelZoom = 9.6;

/** One source for all: each change of the source between two layers costs every frame a mask of the tiles. */
const areaSets = `districts,parcels@${Math.floor(parcelZoom)}`;

const tileZoomMax = 14;
const deepestParcelFade = 11;

interface Palette { ground: string; border: string; name: string; halo: string; selected: string }

const palettes: Record<Theme, Palette> = {
  light: { ground: '#f4f5f1', border: '#3c4744', name: '#16201d', halo: '#ffffff', selected: '#c2410c' },
  dark: { ground: '#151a1c', border: '#e2e8e5', name: '#f2f6f4', halo: '#12181a', selected: '#ff9d5c' },
};

export const fontStack = (language: Language) => language === 'zh'
  ? ['Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', 'WenQuanYi Zen Hei', 'sans-serif']
  : ['Noto Sans', 'Segoe UI', 'DejaVu Sans', 'sans-serif'];

/** Sources, and layers from below: districts, parcels, borders, selection, names. */
export function mapStyle(city: City, theme: Theme, language: Language): StyleSpecification {
  const palette = palettes[theme];
  return {
    version: 8,
    sources: {
      areas: { type: 'vector', tiles: tilesOf(areaSets), maxzoom: tileZoomMax },
      names: { type: 'geojson', data: nothing },
      drawing: { type: 'geojson', data: nothing },
      place: { type: 'geojson', data: nothing },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': palette.ground } },
      { id: 'districts', type: 'fill', source: 'areas', 'source-layer': 'districts',
        paint: { 'fill-color': noDataColour, 'fill-opacity': 0.92 } },
      { id: 'parcels', type: 'fill', source: 'areas', 'source-layer': 'parcels', minzoom: parcelZoom,
        paint: {
          'fill-color': typeColours(city),
          'fill-opacity': ['interpolate', ['linear'], ['zoom'], parcelZoom, 0.35, deepestParcelFade, 0.9],
        } },
      { id: 'parcel-edges', type: 'line', source: 'areas', 'source-layer': 'parcels', minzoom: 12,
        paint: { 'line-color': palette.border, 'line-opacity': 0.35, 'line-width': 0.6 } },
      { id: 'borders', type: 'line', source: 'areas', 'source-layer': 'districts',
        paint: { 'line-color': palette.border, 'line-width': 1, 'line-opacity': 0.8 } },
      { id: 'selected-district', type: 'line', source: 'areas', 'source-layer': 'districts',
        filter: never, paint: { 'line-color': palette.selected, 'line-width': 3 } },
      { id: 'selected-parcel', type: 'line', source: 'areas', 'source-layer': 'parcels', filter: never,
        paint: { 'line-color': palette.selected, 'line-width': 2.5 } },
      { id: 'drawing-outside', type: 'fill', source: 'drawing', filter: ['==', ['geometry-type'], 'Polygon'],
        layout: { visibility: 'none' },
        paint: { 'fill-color': palette.ground, 'fill-opacity': 0.65 } },
      { id: 'drawing-line', type: 'line', source: 'drawing', filter: ['==', ['geometry-type'], 'LineString'],
        layout: { visibility: 'none' },
        paint: { 'line-color': palette.selected, 'line-width': 2, 'line-dasharray': [2, 1.5] } },
      placeMark(palette),
      { id: 'names', type: 'symbol', source: 'names',
        layout: {
          'text-field': ['get', 'text'], 'text-font': fontStack(language), 'text-size': 12.5,
          'text-padding': 3,
        },
        paint: { 'text-color': palette.name, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 } },
    ],
  };
}

/** Borders of the districts, and the mark of a place, for maps of something else. */
export function outlineStyle(theme: Theme): StyleSpecification & { marks: StyleSpecification['layers'] } {
  const palette = palettes[theme];
  return {
    version: 8,
    sources: {
      districts: { type: 'vector', tiles: tilesOf('districts'), maxzoom: tileZoomMax },
      place: { type: 'geojson', data: nothing },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': palette.ground } },
      { id: 'borders', type: 'line', source: 'districts', 'source-layer': 'districts',
        paint: { 'line-color': palette.border, 'line-width': 1, 'line-opacity': 0.6 } },
    ],
    marks: [placeMark(palette)],
  };
}

const placeMark = (palette: Palette): CircleLayerSpecification => ({
  id: 'place', type: 'circle', source: 'place',
  paint: {
    'circle-radius': 14, 'circle-opacity': 0, 'circle-stroke-color': palette.selected,
    'circle-stroke-width': 3,
  },
});

const tilesOf = (sets: string) => [`snapshot://${sets}/{z}/{x}/{y}`];

const nothing: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };
const never: FilterSpecification = ['==', ['literal', 1], 2];

function typeColours(city: City): DataDrivenPropertyValueSpecification<string> {
  const pairs = city.ecosystemTypes.flatMap((type) => [type.code, typeColour(type.level1)]);
  return ['match', ['get', 'ecosystem_type'], ...pairs, noDataColour] as unknown as ExpressionSpecification;
}

/** Parcels that are there in a year: from the first year, before the first in which they are gone. */
export function parcelsOfYear(year: number): FilterSpecification {
  return ['all',
    ['<=', ['coalesce', ['get', 'valid_from'], year], year],
    ['>', ['coalesce', ['get', 'valid_to'], year + 1], year]];
}
