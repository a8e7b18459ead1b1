/** Keeps the map at hand where drawing is slow. */
import type { Map as MapLibreMap } from 'maplibre-gl';

/** A frame that takes longer is slow: fewer than 25 a second. */
const slowMilliseconds = 40;

/** Where most of so many frames are slow, so is the machine: the map is drawn lighter by a step. */
const framesJudged = 10;

/** Of the width and height in pixels, the share that is drawn while the map moves. */
const movingShare = 0.5;

/** Between two movements in quick succession the map stays as it is: another number of pixels takes a moment. */
const restMilliseconds = 300;

/** In full; in fewer pixels and without outlines; without parcels, of which a view may have many thousands. */
const full = 0, light = 1, lightest = 2;

/**
 * On a slow machine the map is drawn lighter as long as it moves, so that it follows the mouse. At rest it is drawn in
 * full everywhere.
 */
export function lightenWhileMoving(map: MapLibreMap): void {
  let needed = full, drawn = full, isSwitching = false, hasMoved = false, last = 0, frame = 0, rest = 0;
  let isSlowFrame: boolean[] = [];
  const hidden = new Map<string, unknown>();
  const judge = (now: number) => {
    if (hasMoved) isSlowFrame = [...isSlowFrame, now - last > slowMilliseconds].slice(-framesJudged);
    if (isSlowFrame.filter(Boolean).length > framesJudged / 2) {
      needed++;
      isSlowFrame = [];
    }
    hasMoved = false;
    last = now;
    if (needed < lightest) frame = requestAnimationFrame(judge);
  };
  const hide = (id: string, opacity: 'fill-opacity' | 'line-opacity', isHidden: boolean) => {
    if (!map.getLayer(id) || isHidden === hidden.has(id)) return;
    const before = map.getPaintProperty(id, opacity);
    map.setPaintProperty(id, opacity, isHidden ? 0 : hidden.get(id) as typeof before);
    if (isHidden) hidden.set(id, before);
    else hidden.delete(id);
  };
  const draw = (next: number) => {
    if (next === drawn) return;
    drawn = next;
    // Another number of pixels is told as a movement of its own, and would end the one that it is for.
    isSwitching = true;
    const { stop } = map;
    map.stop = () => map;
    for (const id of map.getLayersOrder()) {
      if (map.getLayer(id)!.type === 'fill') map.setPaintProperty(id, 'fill-antialias', next === full);
    }
    hide('parcel-edges', 'line-opacity', next >= light);
    hide('parcels', 'fill-opacity', next >= lightest);
    // Null gives the device its own ratio back.
    map.setPixelRatio(next === full ? null! : devicePixelRatio * movingShare);
    map.stop = stop;
    isSwitching = false;
  };
  map.on('movestart', () => {
    if (isSwitching) return;
    clearTimeout(rest);
    if (needed === lightest) return;
    last = performance.now();
    frame = requestAnimationFrame(judge);
  });
  // A movement is told before its frame is drawn: what is changed here shows at once.
  map.on('move', () => {
    hasMoved = true;
    if (!isSwitching) draw(needed);
  });
  map.on('moveend', () => {
    if (isSwitching) return;
    cancelAnimationFrame(frame);
    if (drawn !== full) rest = setTimeout(() => draw(full), restMilliseconds);
  });
  map.on('remove', () => clearTimeout(rest));
}
