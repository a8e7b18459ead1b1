/** Keeps the map at hand where drawing is slow. */
import type { Map as MapLibreMap } from 'maplibre-gl';

/** A frame that takes longer is slow: fewer than 25 a second. */
const slowMilliseconds = 40;

/** A frame that takes no longer is quick: it leaves time for more to be drawn. */
const quickMilliseconds = slowMilliseconds / 2;

/** Where most of so many frames are slow, so is the machine: the map is drawn lighter by a step. */
const framesJudged = 10;

/** After so many quick movements in a row a step less is tried; each try needs twice as many as the one before. */
const quickMovements = 3;

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
  let frames: number[] = [], quick = 0, quickNeeded = quickMovements;
  const hidden = new Map<string, unknown>();
  const areMost = (isSo: (took: number) => boolean) => frames.filter(isSo).length > framesJudged / 2;
  const need = (next: number) => {
    needed = next;
    frames = [];
    quick = 0;
  };
  const judge = (now: number) => {
    if (hasMoved && last) frames = [...frames, now - last].slice(-framesJudged);
    if (needed < lightest && areMost((took) => took > slowMilliseconds)) need(needed + 1);
    hasMoved = false;
    last = now;
    frame = requestAnimationFrame(judge);
  };
  // It may have been slow for a while only, with much to fetch or much else to do.
  const judgeAnew = () => {
    quick = areMost((took) => took <= quickMilliseconds) ? quick + 1 : 0;
    if (needed === full || quick < quickNeeded) return;
    need(needed - 1);
    quickNeeded *= 2;
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
    last = 0;
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
    judgeAnew();
    if (drawn !== full) rest = setTimeout(() => draw(full), restMilliseconds);
  });
  map.on('remove', () => {
    cancelAnimationFrame(frame);
    clearTimeout(rest);
  });
}
