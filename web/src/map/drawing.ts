/** Drawing of a polygon by clicks. */
import type { GeoJSONSource, Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';

/** Corners of an area as longitude and latitude, not closed. */
export type Ring = [number, number][];

const cornersMin = 3, decimals = 6;

/** Shows a ring on the map: as a line while it is drawn; when it is done, all outside it is dimmed. */
export function showRing(map: MapLibreMap, ring: Ring, isDone: boolean): void {
  const drawing = drawingOf(ring, isDone);
  (map.getSource('drawing') as GeoJSONSource).setData(drawing);
  // A layer without anything in it would still cost each frame a mask.
  for (const [id, isShown] of [['drawing-outside', isDone], ['drawing-line', true]] as const) {
    const visibility = isShown && drawing.features.length > 0 ? 'visible' : 'none';
    map.setLayoutProperty(id, 'visibility', visibility);
  }
}

/** The whole of the map. */
const world: Ring = [[-180, -85], [180, -85], [180, 85], [-180, 85], [-180, -85]];

function drawingOf(ring: Ring, isDone: boolean): GeoJSON.FeatureCollection {
  if (ring.length < 2) return { type: 'FeatureCollection', features: [] };
  const closed = [...ring, ring[0]!];
  const geometries: GeoJSON.Geometry[] = isDone
    ? [{ type: 'Polygon', coordinates: [world, closed] }, { type: 'LineString', coordinates: closed }]
    : [{ type: 'LineString', coordinates: ring }];
  return {
    type: 'FeatureCollection',
    features: geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry })),
  };
}

/** The ring as WKT, as filters take it. */
export function wktOf(ring: Ring): string {
  const corners = [...ring, ring[0]!].map(([x, y]) => `${x.toFixed(decimals)} ${y.toFixed(decimals)}`);
  return `POLYGON((${corners.join(',')}))`;
}

/** Follows clicks until the area is done or given up; returns how to stop. */
export function startDrawing(
  map: MapLibreMap, onCorners: (corners: number) => void, onDone: (ring: Ring | null) => void,
): () => void {
  const ring: Ring = [];
  const canvas = map.getCanvas();
  const show = (next?: [number, number]) => showRing(map, next ? [...ring, next] : ring, false);
  const click = (event: MapMouseEvent) => {
    ring.push([event.lngLat.lng, event.lngLat.lat]);
    onCorners(ring.length);
    show();
  };
  const move = (event: MapMouseEvent) => {
    if (ring.length > 0) show([event.lngLat.lng, event.lngLat.lat]);
  };
  const end = (event?: MapMouseEvent) => {
    event?.preventDefault();
    const corners = ring.filter((corner, place) => place === 0 || !isSame(corner, ring[place - 1]!));
    onDone(corners.length >= cornersMin ? corners : null);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onDone(null);
    if (event.key !== 'Enter' || ring.length < cornersMin) return;
    // The button that began it may have the focus: Enter must not press it again.
    event.preventDefault();
    end();
  };
  onCorners(0);
  canvas.style.cursor = 'crosshair';
  map.doubleClickZoom.disable();
  map.on('click', click);
  map.on('mousemove', move);
  map.on('dblclick', end);
  addEventListener('keydown', key);
  return () => {
    canvas.style.cursor = '';
    map.doubleClickZoom.enable();
    map.off('click', click);
    map.off('mousemove', move);
    map.off('dblclick', end);
    removeEventListener('keydown', key);
  };
}

const isSame = (left: [number, number], right: [number, number]) => left[0] === right[0] && left[1] === right[1];
