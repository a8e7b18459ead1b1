import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import {
  axeFinds, graphql, hundredMillion, launch, mapIsDrawn, narrow, open, output, pageIsRead, pageIsWhole, picture,
} from './browser.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const ranking = (page) => page.$$eval('[data-district]', (rows) => Object.fromEntries(
  rows.map((row) => [row.dataset.district, row.querySelector('.figure').textContent])));

test('measures: each district shows what GraphQL answers', async () => {
  const page = await open(browser, '#/map');
  const { account, compare, paymentGroups, schedule } = await graphql(`{
    account(year: 2019) { districts {
      district { code } gep { amount } gepPerHead { amount } gepPerSquareKilometre { amount }
      byService { service { code } value { amount } } }
      groups(by: [DISTRICT, ECOSYSTEM_TYPE_LEVEL1]) { district { code } ecosystemTypeLevel1 value { amount } } }
    schedule(code: "WH-WET:2019") { groups(by: [DISTRICT]) { district { code } amount { amount } } }
    compare(from: 2019, to: 2024) { byDistrict { district { code } change { amount } } }
    paymentGroups(by: [DISTRICT], where: { year: { eq: 2019 } }) { district { code } amount { amount } }
  }`);
  const shown = async (measure) => {
    await page.selectOption('[data-test=measure]', measure);
    return ranking(page);
  };
  const gep = await shown('gep');
  for (const each of account.districts) assert.equal(gep[each.district.code], hundredMillion(each.gep.amount));
  const perHead = await shown('per-head');
  for (const each of account.districts)
    assert.equal(perHead[each.district.code], Math.round(Number(each.gepPerHead.amount)).toLocaleString('en-US'));
  const whole = (yuan) => Math.round(Number(yuan) / 1e4).toLocaleString('en-US');
  const perArea = await shown('per-area');
  for (const each of account.districts)
    assert.equal(perArea[each.district.code], whole(each.gepPerSquareKilometre.amount));
  const wetlands = await shown('type:WET');
  for (const each of account.groups.filter((group) => group.ecosystemTypeLevel1 === 'WET'))
    assert.equal(wetlands[each.district.code], hundredMillion(each.value.amount));
  const scheme = await shown('scheme:WH-WET');
  for (const each of schedule.groups) {
    const text = (Number(each.amount.amount) / 1e4)
      .toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    assert.equal(scheme[each.district.code], text);
  }
  const water = await shown('service:water-conservation');
  for (const each of account.districts) {
    const value = each.byService.find((group) => group.service.code === 'water-conservation')?.value.amount;
    assert.equal(water[each.district.code], value === undefined ? '–' : hundredMillion(value));
  }
  await page.selectOption('[data-test=measure]', 'change');
  await page.waitForFunction(() => /\d/.test(document.querySelector('[data-district] .figure').textContent));
  const change = await ranking(page);
  for (const each of compare.byDistrict) assert.equal(change[each.district.code], hundredMillion(each.change.amount));
  const paid = await shown('payments');
  for (const each of paymentGroups.filter((group) => group.district)) {
    const text = (Number(each.amount.amount) / 1e4)
      .toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    assert.equal(paid[each.district.code], text);
  }
  await page.context().close();
});

test('legend, origin and snapshot are always there', async () => {
  const page = await open(browser, '#/map');
  const { snapshot } = await graphql('{ snapshot { id } }');
  assert.equal(await page.textContent('[data-test=snapshot]'), snapshot.id);
  assert.match(await page.textContent('[data-test=legend]'), /亿元/);
  assert.match(await page.textContent('[data-test=origin]'), /示意图形，非测绘成果/);
  await page.context().close();
});

test('a district: a click on the map opens its account, down to parameter and source', async () => {
  const page = await open(browser, '#/map');
  await mapIsDrawn(page);
  await picture(page, 'map-1280');
  const box = await page.locator('[data-test=map] canvas').boundingBox();
  await page.mouse.click(box.x + box.width * 0.5, box.y + box.height * 0.25);
  await page.waitForSelector('[data-test=district-panel]');
  assert.match(await page.textContent('[data-test=district-panel] h2'), /黄陂区/);
  const { account } = await graphql(`{ account(year: 2019) {
    districts { district { code } gep { amount } }
    lines(where: { district: { eq: "420116" }, service: { eq: "water-conservation" } }) {
      nodes { code value { amount } } } } }`);
  const gep = account.districts.find((each) => each.district.code === '420116').gep.amount;
  assert.equal(await page.getAttribute('[data-test=district-panel] .main', 'data-yuan'), gep);
  await page.click('[data-test=service-water-conservation]');
  await page.waitForSelector('[data-line]');
  for (const line of account.lines.nodes) {
    const text = await page.textContent(`[data-line="${line.code}"]`);
    assert.equal(text.replace(/[^\d.]/g, ''), line.value.amount);
  }
  await page.click('[data-explain="420116:water-conservation:water:FOR-DBF"]');
  const tree = await page.waitForSelector('[data-test=explanation] .tree');
  const text = await tree.textContent();
  for (const part of ['Q = 10 · A · (P − R − ET)', '[GONG2017]', 'runoff-coefficient.yaml', '图斑 FOR-420116-00047'])
    assert.ok(text.includes(part), part);
  assert.deepEqual(await axeFinds(page), []);
  await picture(page, 'map-district-1280');
  await page.context().close();
});

test('a parcel: a click shows its area, value, payment and layer', async () => {
  const { parcels } = await graphql(`{ parcels(first: 1, where: { layer: { eq: "forests" },
    district: { eq: "420116" }, thereIn: 2019 }, order: [{ area: DESC }]) {
    nodes { code bounds { west south east north } area { amount } gepSpread(year: 2019) { amount } } } }`);
  const [parcel] = parcels.nodes;
  const { west, south, east, north } = parcel.bounds;
  const page = await open(browser, `#/map?at=${(west + east) / 2},${(south + north) / 2}`);
  await mapIsDrawn(page);
  const box = await page.locator('[data-test=map] canvas').boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const panel = await page.waitForSelector('[data-test=parcel-panel] dl');
  await pageIsRead(page);
  const code = (await page.textContent('[data-test=parcel-panel] h2 .quiet')).split(' · ')[0];
  const { parcel: asked } = await graphql(`query ($code: String!) { parcel(code: $code) {
    area { amount } gepSpread(year: 2019) { amount } } }`, { code });
  const text = (await panel.textContent()).replaceAll(',', '');
  assert.ok(text.includes(asked.area.amount.toFixed(2)), `${text} ${asked.area.amount}`);
  assert.ok(text.includes(asked.gepSpread.amount), text);
  assert.deepEqual(await axeFinds(page), []);
  await picture(page, 'map-parcel-1280');
  await page.context().close();
});

/** The picture that the map shows, and its colours at places in shares of its width and height. */
const look = (page, places) => page.locator('[data-test=map] canvas').evaluate((canvas, all) => {
  const { width, height } = canvas;
  const copy = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
  copy.drawImage(canvas, 0, 0);
  return {
    picture: canvas.toDataURL(),
    colours: all.map(([x, y]) => [...copy.getImageData(x * width, y * height, 1, 1).data].slice(0, 3)),
  };
}, places);

/** The ground of the light map. */
const ground = [0xf4, 0xf5, 0xf1];

test('a polygon: its parcels are those that GraphQL finds, and all outside it is dimmed', async () => {
  const page = await open(browser, '#/map');
  await mapIsDrawn(page);
  const inside = [0.515, 0.619];
  const outside = [[0.485, 0.635], [0.497, 0.155], [0.7, 0.49], [0.485, 0.875], [0.28, 0.68]];
  const whole = await look(page, [inside, ...outside]);
  const box = await page.locator('[data-test=map] canvas').boundingBox();
  await page.getByRole('button', { name: '圈选图斑' }).click();
  const corners = [[0.47, 0.60], [0.53, 0.60], [0.53, 0.66]];
  await page.waitForSelector('[data-corners="0"]');
  for (const [place, [x, y]] of corners.entries()) {
    await page.mouse.click(box.x + box.width * x, box.y + box.height * y);
    await page.waitForSelector(`[data-corners="${place + 1}"]`);
    // Two clicks in quick succession would be a double click.
    await page.waitForTimeout(600);
  }
  const asked = page.waitForRequest((request) => request.url().endsWith('/graphql')
    && (request.postData() ?? '').includes('query Within'));
  await page.keyboard.press('Enter');
  const { variables } = JSON.parse((await asked).postData());
  await page.waitForSelector('[data-test=selection] tfoot');
  const { parcels } = await graphql(
    'query ($where: ParcelFilterInput) { parcels(where: $where) { totalCount } }', { where: variables.where });
  const shown = await page.textContent('[data-test=selection] tfoot td');
  assert.ok(parcels.totalCount > 0);
  assert.equal(shown, parcels.totalCount.toLocaleString('en-US'));
  assert.deepEqual(await axeFinds(page), []);
  await mapIsDrawn(page);
  await picture(page, 'map-polygon-1280');
  const dimmed = await look(page, [inside, ...outside]);
  assert.deepEqual(dimmed.colours[0], whole.colours[0]);
  for (const [place, after] of dimmed.colours.entries()) {
    if (place === 0) continue;
    const before = whole.colours[place];
    assert.notDeepEqual(after, before, `${outside[place - 1]}`);
    // What is left of the way to the ground, the colour of what is no district.
    for (const [channel, value] of after.entries()) {
      const left = 0.35 * (before[channel] - ground[channel]);
      assert.ok(Math.abs(value - ground[channel] - left) <= 2, `${outside[place - 1]} ${before} ${after}`);
    }
  }
  await page.click('.close');
  await mapIsDrawn(page);
  assert.equal((await look(page, [])).picture, whole.picture);
  await page.context().close();
});

test('a slow machine: the map follows the whole drag in fewer pixels, and is drawn in full again', async () => {
  const page = await open(browser, '#/map');
  await mapIsDrawn(page);
  const canvas = page.locator('[data-test=map] canvas');
  const share = () => canvas.evaluate((each) => each.width / each.clientWidth);
  assert.equal(await share(), 1);
  await page.evaluate(() => {
    const busy = () => {
      for (const begun = performance.now(); performance.now() - begun < 60;);
      requestAnimationFrame(busy);
    };
    busy();
  });
  const box = await canvas.boundingBox();
  const place = { x: box.x + box.width * 0.5, y: box.y + box.height * 0.25 };
  const distance = 250;
  await page.mouse.move(place.x, place.y);
  await page.mouse.down();
  page.seen.requests.length = 0;
  for (let step = 1; step <= 25; step++) {
    await page.mouse.move(place.x + step * distance / 25, place.y);
    await page.waitForTimeout(80);
  }
  assert.ok(Math.abs(await share() - 0.5) < 0.01);
  await page.waitForTimeout(300);
  await page.mouse.up();
  await mapIsDrawn(page);
  assert.equal(await share(), 1);
  assert.ok(page.seen.requests.every((address) => address.includes('/tiles')), page.seen.requests.join(' '));
  await page.mouse.click(place.x + distance, place.y);
  await page.waitForSelector('[data-test=district-panel]');
  assert.match(await page.textContent('[data-test=district-panel] h2'), /黄陂区/);
  assert.deepEqual(page.seen.errors, []);
  await page.context().close();
});

/** Frames of a page take as long as it is told, whatever this machine needs for them. */
const tellFrames = (page) => page.evaluate(() => {
  const ask = window.requestAnimationFrame;
  let real = 0, told = 1;
  window.requestAnimationFrame = (act) => ask((now) => {
    if (now !== real) told += window.frameTakes;
    real = now;
    act(told);
  });
});

/** What the map shows, and the share of its pixels that are drawn for it. */
const shown = (page) => page.locator('[data-test=map] canvas').evaluate((canvas) => {
  const small = Object.assign(document.createElement('canvas'), { width: 160, height: 100 }).getContext('2d');
  small.drawImage(canvas, 0, 0, 160, 100);
  return { share: canvas.width / canvas.clientWidth, bytes: [...small.getImageData(0, 0, 160, 100).data] };
});

/** Drags the map to the right and back again, in frames of a length; what it shows before it is let go. */
async function dragThereAndBack(page, milliseconds) {
  await page.evaluate((takes) => { window.frameTakes = takes; }, milliseconds);
  const box = await page.locator('[data-test=map] canvas').boundingBox();
  const at = (pixels) => page.mouse.move(box.x + box.width / 2 + pixels, box.y + box.height / 2);
  let moving;
  for (const way of [1, -1]) {
    await at(-60 * way);
    await page.mouse.down();
    for (let pixels = -50; pixels <= 60; pixels += 10) {
      await at(pixels * way);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    // A mouse that rested before it is let go gives the map no swing.
    await page.waitForTimeout(300);
    moving = await shown(page);
    await page.mouse.up();
  }
  return moving;
}

/** The share of two pictures that is far from the same. */
const difference = (one, other) =>
  one.bytes.filter((value, place) => Math.abs(value - other.bytes[place]) > 16).length / one.bytes.length;

/** More than fewer pixels and missing outlines make. */
const missingParcels = 0.05;

test('a very slow machine: parcels go while the map moves, and are all there when it rests', async () => {
  const page = await open(browser, '#/map?at=114.41,30.56');
  await mapIsDrawn(page);
  const before = await shown(page);
  await tellFrames(page);
  const moving = await dragThereAndBack(page, 60);
  await mapIsDrawn(page);
  const resting = await shown(page);
  assert.ok(Math.abs(moving.share - 0.5) < 0.01);
  assert.ok(difference(moving, before) > missingParcels);
  assert.equal(resting.share, 1);
  assert.ok(difference(resting, before) < 0.001);
  assert.deepEqual(page.seen.errors, []);
  await page.context().close();
});

test('a machine that is slow no longer: after quick drags more is drawn, after twice as many all', async () => {
  const page = await open(browser, '#/map?at=114.41,30.56');
  await mapIsDrawn(page);
  const before = await shown(page);
  await tellFrames(page);
  const drawn = async (milliseconds) => {
    const moving = await dragThereAndBack(page, milliseconds);
    return [moving.share.toFixed(1), difference(moving, before) > missingParcels ? 'districts' : 'parcels'];
  };
  const slow = 60, neither = 30, quick = 16;
  assert.deepEqual(await drawn(slow), ['0.5', 'districts']);
  for (const turn of [1, 2]) assert.deepEqual(await drawn(neither), ['0.5', 'districts'], `neither ${turn}`);
  assert.deepEqual(await drawn(quick), ['0.5', 'districts']);
  for (const turn of [1, 2, 3]) assert.deepEqual(await drawn(quick), ['0.5', 'parcels'], `quick ${turn}`);
  assert.deepEqual(await drawn(quick), ['1.0', 'parcels']);
  assert.deepEqual(await drawn(slow), ['0.5', 'districts']);
  assert.deepEqual(page.seen.errors, []);
  await page.context().close();
});

test('PNG: title, legend with unit, origin and snapshot are drawn into the picture', async () => {
  const page = await open(browser, '#/map?measure=per-area');
  await mapIsDrawn(page);
  await page.evaluate(() => {
    window.drawn = [];
    const write = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
      window.drawn.push(text);
      return write.call(this, text, ...rest);
    };
  });
  const [file] = await Promise.all([
    page.waitForEvent('download'), page.getByRole('button', { name: '存为 PNG' }).click()]);
  const bytes = readFileSync(await file.path());
  assert.equal(file.suggestedFilename(), 'map-2019-per-area.png');
  assert.deepEqual([...bytes.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
  assert.ok(bytes.length > 10_000);
  const drawn = (await page.evaluate(() => window.drawn)).join('\n');
  const { snapshot } = await graphql('{ snapshot { id } }');
  for (const part of ['武汉市 2019 单位面积 GEP（万元/km²）', '示意图形，非测绘成果', snapshot.id])
    assert.ok(drawn.includes(part), drawn);
  const classes = await page.$$eval('[data-test=legend] li', (all) => all.map((each) => each.textContent.trim()));
  for (const each of classes) assert.ok(drawn.includes(each), each);
  writeFileSync(`${output}/map-per-area.png`, bytes);
  await page.context().close();
});

test('print: title, legend, origin and snapshot are on the paper, controls are not', async () => {
  const page = await open(browser, '#/map?measure=service:water-conservation');
  await mapIsDrawn(page);
  await page.emulateMedia({ media: 'print' });
  const { snapshot } = await graphql('{ snapshot { id } }');
  const onPaper = async (place) => {
    assert.ok(await page.isVisible(place), place);
    return page.textContent(place);
  };
  assert.match(await onPaper('[data-test=print-title]'), /武汉市 2019 .+（亿元）/);
  assert.match(await onPaper('[data-test=legend]'), /亿元/);
  assert.match(await onPaper('[data-test=origin]'), /示意图形，非测绘成果/);
  assert.equal(await onPaper('[data-test=snapshot]'), snapshot.id);
  for (const hidden of ['.tools', '.zoom', '.head nav', '.switches']) assert.ok(!await page.isVisible(hidden), hidden);
  await picture(page, 'map-print', true);
  const paper = await page.pdf({ path: `${output}/map.pdf`, format: 'A4', landscape: true });
  const pages = paper.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
  assert.ok(pages >= 1 && pages <= 2, String(pages));
  await page.context().close();
});

test('parcels: the legend names the types that the tiles have', async () => {
  const page = await open(browser, '#/map?at=114.41,30.56');
  await mapIsDrawn(page);
  const { account, ecosystemTypes } = await graphql(`{ ecosystemTypes { code level1 name { zh } }
    account(year: 2019) { districts { extents { ecosystemType { code } } } } }`);
  const present = new Set(account.districts.flatMap((each) =>
    each.extents.map((extent) => extent.ecosystemType.code.split('/')[0].split('-')[0])));
  const names = ecosystemTypes.filter((type) => type.code === type.level1 && present.has(type.code));
  assert.ok(names.length >= 5);
  const legend = await page.textContent('[data-test=legend]');
  for (const type of names) assert.ok(legend.includes(type.name.zh), type.code);
  assert.ok(page.seen.requests.some((address) => /\/tiles\/parcels\/\d+\/\d+\/\d+\.mvt/.test(address)));
  await picture(page, 'map-parcels-1280');
  await page.context().close();
});

test('keyboard: the skip link, then a district, without a mouse', async () => {
  const page = await open(browser, '#/map', { language: 'en' });
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  await page.focus('[data-district="420115"]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-test=district-panel]');
  assert.match(await page.textContent('[data-test=district-panel] h2'), /Jiangxia/);
  await page.context().close();
});

test('390 pixels: nothing is wider than the screen', async () => {
  for (const name of ['map', 'account', 'desk', 'layers', 'ask']) {
    const page = await open(browser, `#/${name}${name === 'desk' ? '?scheme=WH-WET' : ''}`, { size: narrow });
    await pageIsWhole(page, name);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), narrow.width, name);
    await picture(page, `${name}-390`);
    await page.context().close();
  }
});
