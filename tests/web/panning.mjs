// How smoothly the map of GEP_BASE follows the mouse: intervals between frames while it is dragged, by zoom.
// usage: GEP_BASE=http://… node tests/web/panning.mjs
import { launch, mapIsDrawn, open } from './browser.mjs';

const wheels = 7, drags = 6, steps = 30, stepPixels = 12;

const browser = await launch();
const page = await open(browser, '#/map');
await mapIsDrawn(page);
await page.evaluate(() => {
  window.frames = [];
  let last = performance.now();
  const next = (now) => {
    window.frames.push(now - last);
    last = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
});
const box = await page.locator('[data-test=map] canvas').boundingBox();
const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
for (let wheel = 0; wheel <= wheels; wheel++) {
  await page.mouse.move(middle.x, middle.y);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1000);
  await page.evaluate(() => { window.frames.length = 0; });
  page.seen.requests.length = 0;
  for (let drag = 0; drag < drags; drag++) {
    const way = drag % 2 === 0 ? 1 : -1;
    await page.mouse.move(middle.x - way * 180, middle.y);
    await page.mouse.down();
    for (let step = 1; step <= steps; step++) {
      await page.mouse.move(middle.x + way * (step * stepPixels - 180), middle.y + step);
      await page.waitForTimeout(16);
    }
    await page.mouse.up();
  }
  const frames = (await page.evaluate(() => window.frames)).sort((a, b) => a - b);
  const at = (share) => frames[Math.floor(share * (frames.length - 1))].toFixed(0);
  const tiles = page.seen.requests.filter((url) => url.includes('/tiles/')).length;
  console.log(`wheel=${wheel} frames=${frames.length} median_ms=${at(0.5)} p95_ms=${at(0.95)} most_ms=${at(1)} tiles=${tiles}`);
  await page.mouse.wheel(0, -400);
}
await browser.close();
