import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { graphql, hundredMillion, launch, mapIsDrawn, narrow, open, picture } from './browser.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const ranking = (page) => page.$$eval('[data-district]', (rows) => Object.fromEntries(
  rows.map((row) => [row.dataset.district, row.querySelector('.figure').textContent])));

test('measures: each district shows what GraphQL answers', async () => {
  const page = await open(browser, '#/map');
  const { account, compare, paymentGroups } = await graphql(`{
    account(year: 2019) { districts {
      district { code } gep { amount } gepPerHead { amount } byService { service { code } value { amount } } } }
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
  const water = await shown('service:water-conservation');
  for (const each of account.districts) {
    const value = each.byService.find((group) => group.service.code === 'water-conservation')?.value.amount;
    assert.equal(water[each.district.code], value === undefined ? '–' : hundredMillion(value));
  }
  const change = await shown('change');
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
  await page.waitForLoadState('networkidle');
  const code = (await page.textContent('[data-test=parcel-panel] h2 .quiet')).split(' · ')[0];
  const { parcel: asked } = await graphql(`query ($code: String!) { parcel(code: $code) {
    area { amount } gepSpread(year: 2019) { amount } } }`, { code });
  const text = (await panel.textContent()).replaceAll(',', '');
  assert.ok(text.includes(asked.area.amount.toFixed(2)), `${text} ${asked.area.amount}`);
  assert.ok(text.includes(asked.gepSpread.amount), text);
  await picture(page, 'map-parcel-1280');
  await page.context().close();
});

test('a polygon: its parcels are those that GraphQL finds', async () => {
  const page = await open(browser, '#/map');
  await mapIsDrawn(page);
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
  await picture(page, 'map-polygon-1280');
  await page.context().close();
});

test('PNG: the picture has a title, and is a PNG', async () => {
  const page = await open(browser, '#/map?measure=per-area');
  await mapIsDrawn(page);
  const [file] = await Promise.all([
    page.waitForEvent('download'), page.getByRole('button', { name: '存为 PNG' }).click()]);
  const bytes = readFileSync(await file.path());
  assert.equal(file.suggestedFilename(), 'map-2019-per-area.png');
  assert.deepEqual([...bytes.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
  assert.ok(bytes.length > 10_000);
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
    if (name === 'map') await mapIsDrawn(page);
    else await page.waitForLoadState('networkidle');
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), narrow.width, name);
    await picture(page, `${name}-390`);
    await page.context().close();
  }
});
