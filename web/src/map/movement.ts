/** Keeps the map at hand where drawing is slow. */
import type { Map as MapLibreMap } from 'maplibre-gl';

/** A frame that takes longer is slow: fewer than 25 a second. */
const slowMilliseconds = 40;

/** Where most of so many frames are slow, so is the machine. */
const framesJudged = 10;

/** Of the width and height in pixels, the share that is drawn while the map moves. */
const movingShare = 0.5;

/** Between two movements in quick succession the map stays as it is: another number of pixels takes a moment. */
const restMilliseconds = 300;

/**
 * On a slow machine the map is drawn with fewer pixels, and areas without their outlines, as long as it moves. At
 * rest it is drawn in full everywhere.
 */
export function lightenWhileMoving(map: MapLibreMap): void {
  let isSlow = false, isLight = false, isSwitching = false, hasMoved = false, last = 0, frame = 0, rest = 0;
  let isSlowFrame: boolean[] = [];
  const judge = (now: number) => {
    if (hasMoved) isSlowFrame = [...isSlowFrame, now - last > slowMilliseconds].slice(-framesJudged);
    isSlow ||= isSlowFrame.filter(Boolean).length > framesJudged / 2;
    hasMoved = false;
    last = now;
    if (!isSlow) frame = requestAnimationFrame(judge);
  };
  const draw = (light: boolean) => {
    if (light === isLight) return;
    isLight = light;
    // Another number of pixels is told as a movement of its own, and would end the one that it is for.
    isSwitching = true;
    const { stop } = map;
    map.stop = () => map;
    for (const id of map.getLayersOrder()) {
      if (map.getLayer(id)!.type === 'fill') map.setPaintProperty(id, 'fill-antialias', !light);
    }
    // Null gives the device its own ratio back.
    map.setPixelRatio(light ? devicePixelRatio * movingShare : null!);
    map.stop = stop;
    isSwitching = false;
  };
  map.on('movestart', () => {
    if (isSwitching) return;
    clearTimeout(rest);
    if (isSlow) return;
    last = performance.now();
    frame = requestAnimationFrame(judge);
  });
  // A movement is told before its frame is drawn: what is changed here shows at once.
  map.on('move', () => {
    hasMoved = true;
    if (isSlow && !isSwitching) draw(true);
  });
  map.on('moveend', () => {
    if (isSwitching) return;
    cancelAnimationFrame(frame);
    if (isLight) rest = setTimeout(() => draw(false), restMilliseconds);
  });
  map.on('remove', () => clearTimeout(rest));
}
