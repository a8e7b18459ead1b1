// How smoothly the map of GEP_BASE follows the mouse while it is dragged, by zoom: intervals between frames, time of
// the main thread and processor time of all threads that draw, and the same of an empty page and of the map without
// tiles, which no map can be below in this browser.
// usage: GEP_BASE=http://… node tests/web/panning.mjs [TURNS of the wheel before the first of the whole zooms]
import { launch, mapIsDrawn, open, wide } from './browser.mjs';

const zooms = 6, drags = 6, steps = 30, stepPixels = 12;
const turns = Number(process.argv[2] ?? 0);

const browser = await launch();
const processes = await browser.newBrowserCDPSession();

/** Milliseconds that the main thread of a page was busy, and of the processor for drawing. */
async function clocks(debug) {
  const { metrics } = await debug.send('Performance.getMetrics');
  const { processInfo } = await processes.send('SystemInfo.getProcessInfo');
  return {
    main: metrics.find((each) => each.name === 'TaskDuration').value * 1000,
    drawing: processInfo.find((each) => each.type === 'GPU').cpuTime * 1000,
  };
}

/** Does something with a page and prints what its frames took meanwhile. */
async function measure(name, page, act) {
  const debug = await page.context().newCDPSession(page);
  await debug.send('Performance.enable');
  await page.evaluate(() => {
    window.frames = [];
    let last = performance.now();
    const next = (now) => {
      window.frames.push(now - last);
      last = now;
      window.frame = requestAnimationFrame(next);
    };
    window.frame = requestAnimationFrame(next);
  });
  const before = await clocks(debug);
  const told = await act();
  const after = await clocks(debug);
  const frames = (await page.evaluate(() => {
    cancelAnimationFrame(window.frame);
    return window.frames;
  })).sort((a, b) => a - b);
  const at = (share) => frames[Math.floor(share * (frames.length - 1))].toFixed(0);
  const each = (clock) => ((after[clock] - before[clock]) / frames.length).toFixed(1);
  console.log(`${name} frames=${frames.length} median_ms=${at(0.5)} p95_ms=${at(0.95)} most_ms=${at(1)} `
    + `main_ms=${each('main')} drawing_cpu_ms=${each('drawing')}${told ?? ''}`);
  await debug.detach();
}

/** Drags the map of a page at each zoom. */
async function panAll(name, page) {
  const canvas = page.locator('[data-test=map] canvas');
  const box = await canvas.boundingBox();
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  for (let turn = 0; turn < turns; turn++) {
    await page.mouse.wheel(0, -400);
    await mapIsDrawn(page);
  }
  for (let zoom = 0; zoom < zooms; zoom++) {
    await mapIsDrawn(page);
    await page.waitForTimeout(1000);
    page.seen.requests.length = 0;
    await measure(`${name} zoom=+${zoom}`, page, async () => {
      let share = 1;
      for (let drag = 0; drag < drags; drag++) {
        const way = drag < drags / 2 ? 1 : -1;
        await page.mouse.move(middle.x - way * 180, middle.y);
        await page.mouse.down();
        for (let step = 1; step <= steps; step++) {
          await page.mouse.move(middle.x + way * (step * stepPixels - 180), middle.y + step);
          await page.waitForTimeout(16);
        }
        share = await canvas.evaluate((each) => each.width / each.clientWidth);
        await page.mouse.up();
      }
      return ` pixels=${share.toFixed(2)} tiles=${page.seen.requests.filter((url) => url.includes('/tiles/')).length}`;
    });
    await page.click('.zoom button >> nth=0');
  }
}

const empty = await browser.newPage({ viewport: wide });
await measure('empty page', empty, () => empty.waitForTimeout(3000));
await empty.close();
const bare = await open(browser, '#/account');
await bare.route('**/tiles/**', (route) => route.fulfill({ status: 204 }));
await bare.evaluate(() => { location.hash = '#/map'; });
await mapIsDrawn(bare);
await panAll('without tiles', bare);
await bare.context().close();
const page = await open(browser, '#/map');
await mapIsDrawn(page);
await panAll('city', page);
await browser.close();
