/** Opens a map; the library is fetched only when a map is shown. */
import type { GeoJSONSource, Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
import workerAddress from 'maplibre-gl/dist/maplibre-gl-csp-worker.js?url';
import type { City } from '../data/documents';
import { ask } from '../data/snapshot';
import { lightenWhileMoving } from './movement';

type Library = typeof import('maplibre-gl');

const padding = 24, fadeMilliseconds = 0;
let library: Promise<Library> | null = null;

async function load(): Promise<Library> {
  const module = (await import('maplibre-gl/dist/maplibre-gl-csp.js')) as unknown as { default: Library };
  const loaded = module.default;
  loaded.setWorkerUrl(workerAddress);
  loaded.addProtocol('snapshot', async ({ url }, { signal }) => ({ data: await tile(url, signal) }));
  return loaded;
}

/**
 * The tile of an address such as <c>snapshot://districts,parcels@9/z/x/y</c>: the layers of each set, of some
 * only from a zoom on. Tiles go through the page, which refuses those of another snapshot.
 */
async function tile(url: string, signal: AbortSignal): Promise<ArrayBuffer> {
  const [sets, ...place] = url.replace('snapshot://', '').split('/');
  const shown = sets!.split(',').map((each) => each.split('@'))
    .filter(([, zoomMin = '0']) => Number(place[0]) >= Number(zoomMin));
  const parts = await Promise.all(shown.map(async ([set]) => {
    const answer = await ask(`/tiles/${set}/${place.join('/')}.mvt`, { signal });
    return answer.arrayBuffer();
  }));
  // One tile after another is a tile with the layers of both.
  return new Blob(parts).arrayBuffer();
}

/** Begins to fetch the library, so that it is there when the numbers are. */
export const fetchLibrary = () => (library ??= load());

/** A map that shows all of something, ready to be asked for its layers. */
export async function openMap(
  container: HTMLElement, framed: { bounds?: City['bounds'] | undefined }, style: StyleSpecification): Promise<MapLibreMap> {
  const { Map: MapClass, ScaleControl } = await fetchLibrary();
  const map = new MapClass({
    container, style, attributionControl: false, fadeDuration: fadeMilliseconds, maxZoom: 18,
    localIdeographFontFamily: false, dragRotate: false, pitchWithRotate: false,
    canvasContextAttributes: { preserveDrawingBuffer: true },
    ...(framed.bounds ? { bounds: framed.bounds, fitBoundsOptions: { padding } } : {}),
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  lightenWhileMoving(map);
  map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left');
  // Whether everything that was asked for is drawn, for those who wait for the picture.
  for (const event of ['movestart', 'dataloading', 'render']) map.on(event, () => { container.dataset['drawn'] = 'no'; });
  map.on('idle', () => { container.dataset['drawn'] = 'yes'; });
  await new Promise<void>((done) => map.once('style.load', () => done()));
  return map;
}

/** Shows the whole city again. */
export function showCity(map: MapLibreMap, city: City): void {
  if (city.bounds) map.fitBounds(city.bounds, { padding, animate: !prefersStillness() });
}

/** A place in an address, <c>114.31,30.69</c>; null when it is none. */
export function placeOf(text: string | null): [number, number] | null {
  const [longitude, latitude] = (text ?? '').split(',').map(Number);
  return longitude && latitude && Math.abs(latitude) <= 90 ? [longitude, latitude] : null;
}

const placeZoom = 13;

/** Shows a place with a ring around it. */
export function showPlace(map: MapLibreMap, place: [number, number]): void {
  map.jumpTo({ center: place, zoom: placeZoom });
  (map.getSource('place') as GeoJSONSource).setData(
    { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: place } });
}

const prefersStillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
