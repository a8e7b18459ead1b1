/** Opens a map; the library is fetched only when a map is shown. */
import type { GeoJSONSource, Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
import workerAddress from 'maplibre-gl/dist/maplibre-gl-csp-worker.js?url';
import type { City } from '../data/documents';
import { ask } from '../data/snapshot';

type Library = typeof import('maplibre-gl');

const padding = 24, fadeMilliseconds = 0;
let library: Promise<Library> | null = null;

async function load(): Promise<Library> {
  const module = (await import('maplibre-gl/dist/maplibre-gl-csp.js')) as unknown as { default: Library };
  const loaded = module.default;
  loaded.setWorkerUrl(workerAddress);
  // Tiles go through the page, which refuses those of another snapshot.
  loaded.addProtocol('snapshot', async (request, abort) => {
    const answer = await ask(request.url.replace('snapshot:', location.protocol), { signal: abort.signal });
    return { data: await answer.arrayBuffer() };
  });
  return loaded;
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
    canvasContextAttributes: { preserveDrawingBuffer: true, antialias: true },
    ...(framed.bounds ? { bounds: framed.bounds, fitBoundsOptions: { padding } } : {}),
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left');
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
