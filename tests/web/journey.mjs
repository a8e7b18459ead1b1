// From the upload of a layer to an issued schedule and its correction, on a service with a database.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  amount, axeFinds, graphql, launch, mapIsReady, narrow, open, pageIsRead, picture, pictureOf, tokens, wide,
} from './browser.mjs';

const data = fileURLToPath(new URL('../../data/layers/', import.meta.url));
const patience = 300_000;

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const layerOf = (name) => JSON.parse(readFileSync(`${data}${name}.geojson`, 'utf8'));
const fileOf = (name, layer) =>
  ({ name, mimeType: 'application/geo+json', buffer: Buffer.from(JSON.stringify(layer)) });

/** Lakes of which some are missing, and one whose border crosses itself. */
function lakes() {
  const layer = layerOf('lakes');
  layer.features = layer.features.slice(0, 70);
  layer.features.push({
    type: 'Feature', properties: { id: 'LAKE-900', type: 'WET/lake', name: '八字湖', district: '420115' },
    geometry: { type: 'Polygon', coordinates: [[
      [114.32, 30.30], [114.34, 30.32], [114.34, 30.30], [114.32, 30.32], [114.32, 30.30]]] },
  });
  return fileOf('lakes-2020.geojson', layer);
}

/** Reserves of which one parcel is gone and another became smaller in the register. */
function reserves() {
  const layer = layerOf('reserves');
  layer.features = layer.features.filter((each) => each.properties.id !== 'RES-019');
  const changed = layer.features.find((each) => each.properties.id === 'RES-023');
  changed.properties.register_area_mu = Number((changed.properties.register_area_mu - 100).toFixed(2));
  return fileOf('reserves-2020.geojson', layer);
}

const uploadQuery = `query ($id: ID!) { upload(id: $id) { state snapshot review {
  refusalCount warningCount remarkCount repairCount
  findings { code longitude latitude } places
  classes { code areaAfter { amount } } accounts { year after { amount } }
} } }`;

/** Sends a file as the analyst does, and waits for its review. */
async function send(page, layer, file) {
  await page.selectOption('[name=layer]', layer);
  await page.setInputFiles('[name=file]', file);
  await page.click('[data-test=send]');
  // A quick machine has the review before the bar was ever drawn.
  await page.waitForSelector('[data-test=run-progress], [data-test=review]', { timeout: patience });
  await picture(page, `layers-${layer}-checking-1280`);
  await page.waitForSelector('[data-test=review]', { timeout: patience });
  await mapIsReady(page, 'review-map');
  return new URLSearchParams(page.url().split('?')[1]).get('upload');
}

/** Holds the answer to the acceptance back until its snapshot is in force, as on a quick machine. */
const quicken = (page, id) => page.route('**/graphql', async (route) => {
  if (!route.request().postData()?.includes('mutation Accept')) return route.fallback();
  const answer = await route.fetch();
  for (;;) {
    const { upload } = await graphql('query ($id: ID!) { upload(id: $id) { state snapshot } }', { id }, tokens.analyst);
    if (upload.state !== 'ACCEPTING')
      return route.fulfill({ response: answer, headers: { ...answer.headers(), 'gep-snapshot': upload.snapshot } });
    await page.waitForTimeout(200);
  }
});

async function accept(page, id) {
  await page.click('[data-test=accept]');
  await page.waitForSelector('[data-test=accepted]', { timeout: patience });
  const shown = await page.textContent('[data-test=new-snapshot]');
  const { snapshot, upload } = await graphql(
    `query ($id: ID!) { snapshot { id } upload(id: $id) { state snapshot } }`, { id }, tokens.analyst);
  assert.equal(shown, snapshot.id);
  assert.deepEqual(upload, { state: 'ACCEPTED', snapshot: snapshot.id });
  return shown;
}

test('layers: sent, checked, looked at and accepted; other pages say that they are stale', async () => {
  const other = await open(browser, '#/account?year=2019');
  const old = await other.textContent('[data-test=snapshot]');
  const page = await open(browser, '#/layers', { token: tokens.analyst });
  const id = await send(page, 'lakes', lakes());
  const { upload: { state, review } } = await graphql(uploadQuery, { id }, tokens.analyst);
  assert.equal(state, 'READY');
  for (const [name, count] of [['refusals', review.refusalCount], ['warnings', review.warningCount],
    ['remarks', review.remarkCount], ['repairs', review.repairCount]])
    assert.equal(await page.textContent(`[data-test=${name}] b`), String(count), name);
  assert.ok(review.repairCount > 0);
  const text = await page.textContent('[data-test=review]');
  for (const finding of review.findings) assert.ok(text.includes(finding.code), finding.code);
  const areas = await page.$$eval('[data-after]', (all) => all.map((each) => each.dataset.after));
  for (const each of review.classes) assert.ok(areas.includes(String(each.areaAfter.amount)), each.code);
  for (const each of review.accounts)
    assert.ok(await page.$(`[data-test=review] [data-yuan="${each.after.amount}"]`), each.after.amount);
  // The place of the repair is on the map, and a click in the table leads to it.
  const repaired = review.findings.find((each) => each.code === 'geometry-invalid-repaired');
  await page.click(`[data-place="${repaired.longitude},${repaired.latitude}"]`);
  await mapIsReady(page, 'review-map');
  assert.deepEqual(await axeFinds(page), []);
  await picture(page, 'layers-review-1280', true);
  const small = await open(browser, `#/layers?upload=${id}`, { token: tokens.analyst, size: narrow });
  await small.waitForSelector('[data-test=review]');
  await mapIsReady(small, 'review-map');
  assert.equal(await small.evaluate(() => document.documentElement.scrollWidth), narrow.width);
  await picture(small, 'layers-review-390', true);

  const snapshot = await accept(page, id);
  assert.notEqual(snapshot, old);
  await picture(page, 'layers-accepted-1280');
  await other.selectOption('[data-test=year]', '2024');
  await other.waitForSelector('.stale');
  assert.ok((await other.textContent('.stale')).includes(snapshot));
  await other.click('.stale button');
  await other.waitForSelector('[data-test=gep]');
  assert.equal(await other.textContent('[data-test=snapshot]'), snapshot);
  assert.deepEqual(page.seen.errors, []);
  for (const each of [other, page, small]) await each.context().close();
});

test('layers: what cannot be read is refused on the page, and nothing changes', async () => {
  const page = await open(browser, '#/layers', { token: tokens.analyst });
  const { snapshot } = await graphql('{ snapshot { id } }');
  const layer = layerOf('lakes');
  for (const each of layer.features) delete each.properties.type;
  await page.selectOption('[name=layer]', 'lakes');
  await page.setInputFiles('[name=file]', fileOf('no-types.geojson', layer));
  await page.click('[data-test=send]');
  await page.waitForSelector('[data-test=upload][data-state=refused]', { timeout: patience });
  await page.waitForSelector('[data-test=review]');
  assert.ok(Number((await page.textContent('[data-test=refusals] b')).replaceAll(',', '')) > 0);
  assert.equal(await page.$('[data-test=accept]'), null);
  assert.deepEqual(await axeFinds(page), []);
  await picture(page, 'layers-refused-1280');
  assert.equal((await graphql('{ snapshot { id } }')).snapshot.id, snapshot.id);
  await page.context().close();
});

const steps = [['officer', 'submit'], ['department', 'review'], ['finance', 'approve'], ['notary', 'notice'],
  ['finance-leader', 'issue']];
const desk = (name) => open(browser, '#/desk?scheme=WH-WET&year=2019', { token: tokens[name] });

test('desk: from draft to issue, then a layer changes and the page shows signed differences', async () => {
  for (const [place, [role, step]] of steps.entries()) {
    if (step === 'issue') await fetch(process.env.GEP_TEST_CLOCK);
    const page = await desk(role);
    await page.waitForSelector(`[data-step=${step}]`);
    await page.fill('[data-test=note]', '武财〔2020〕示意 1 号');
    await page.click(`[data-step=${step}]`);
    await page.waitForFunction((count) =>
      document.querySelectorAll('[data-test=log] li').length === count, place + 1);
    await page.context().close();
  }
  const issued = await desk('auditor');
  await issued.waitForSelector('[data-test=correction]');
  assert.match(await issued.textContent('[data-test=correction]'), /没有差额/);
  await issued.context().close();

  const sender = await open(browser, '#/layers', { token: tokens.analyst });
  const id = await send(sender, 'reserves', reserves());
  await quicken(sender, id);
  await accept(sender, id);
  await sender.context().close();

  const page = await desk('auditor');
  await page.waitForSelector('[data-test=correction-total]');
  const { schedule: { status, correction } } = await graphql(`{ schedule(code: "WH-WET:2019") { status
    correction { total { amount } issued { amount } due { amount }
      lines(first: 1000) { totalCount nodes { parcel payee issued { amount } due { amount } delta { amount } } } } } }`,
  {}, tokens.auditor);
  assert.equal(status, 'ISSUED');
  assert.ok(correction.lines.totalCount > 0);
  assert.equal(await page.getAttribute('[data-test=correction-total]', 'data-yuan'), correction.total.amount);
  const deltas = await page.$$eval('[data-delta]', (all) => all.map((each) => each.dataset.delta));
  assert.deepEqual(deltas, correction.lines.nodes.map((line) => line.delta.amount));
  const fen = (yuan) => BigInt(yuan.replace('.', ''));
  assert.equal(deltas.map(fen).reduce((sum, each) => sum + each), fen(correction.total.amount));
  assert.equal(fen(correction.due.amount) - fen(correction.issued.amount), fen(correction.total.amount));
  const text = await page.textContent('[data-test=correction]');
  const gone = correction.lines.nodes.find((line) => line.parcel === 'RES-019' && Number(line.due.amount) === 0);
  assert.ok(text.includes(`−${amount(gone.issued.amount)}`), text);
  assert.ok(text.includes(gone.payee));
  assert.deepEqual(await axeFinds(page), []);
  await picture(page, 'desk-correction-1280', true);
  await page.setViewportSize(narrow);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), narrow.width);
  await picture(page, 'desk-correction-390', true);
  const anybody = await open(browser, '#/desk?scheme=WH-WET&year=2019');
  await anybody.waitForSelector('[data-test=correction-total]');
  assert.ok(!(await anybody.textContent('[data-test=correction]')).includes(gone.payee));
  await anybody.context().close();
  await page.context().close();
});

const differenceQuery = `{ schedule(code: "WH-WET:2019") { correction { lines(first: 1000) { nodes {
  parcel payee issuedLine delta { amount } payers { payer amount { amount } } open { payer amount { amount } } } } } } }`;
const settledQuery = `{ schedule(code: "WH-WET:2024") { adjustments {
  number line parcel payee payer amount { amount } reason state } } }`;

const ask = async (query) => (await graphql(query, {}, tokens.finance)).schedule;
const differenceOf = async (parcel) => (await ask(differenceQuery)).correction.lines.nodes
  .find((line) => line.parcel === parcel);

/** One fen further from zero. */
const fenMore = (yuan) => (Number(yuan) + Math.sign(Number(yuan)) / 100).toFixed(2);

test('desk: finance settles a difference with the next year; wrong amounts are refused by row and field', async () => {
  const difference = await differenceOf('RES-019');
  assert.equal(difference.open.length, 2);
  assert.deepEqual(difference.open, difference.payers);
  const page = await desk('finance');
  await page.click('[data-settle="RES-019"]');
  const amounts = ['[data-test=settle-yuan-1]', '[data-test=settle-yuan-2]'];
  for (const [row, share] of difference.open.entries())
    assert.equal(await page.inputValue(amounts[row]), share.amount.amount);
  const answerTo = async (number, reason, ...yuan) => {
    await page.fill('[data-test=settle-number]', number);
    await page.fill('[data-test=settle-reason]', reason);
    for (const [row, text] of yuan.entries()) await page.fill(amounts[row], text);
    await Promise.all([
      page.waitForResponse((response) => response.request().postData()?.includes('mutation Adjust')),
      page.click('[data-test=settle] [type=submit]')]);
    await page.waitForSelector('[data-test=settle] [type=submit]:not([disabled]), [data-test=publish-records]');
    return page.$$eval('[data-test=settle-answer] .problems li', (all) => all.map((each) => each.textContent));
  };
  const [first, second] = difference.open.map((share) => share.amount.amount);
  const wrong = await answerTo('QS-1', '复核注销', fenMore(first), '一百元');
  assert.equal(wrong.length, 2);
  assert.match(wrong[0], /行 1 · 金额/);
  assert.match(wrong[1], /行 2 · 金额/);
  for (const each of wrong) assert.match(each, /处理: ./);
  assert.match(wrong[1], /金额的值“一百元”应为一个十进制数。.*请改正金额。/);
  assert.match(wrong[0], new RegExp(`未清算的差额为 ${first} 元，填写的是 ${fenMore(first)} 元`));
  assert.deepEqual(await page.$$eval('[data-test=settle] [aria-invalid=true]', (all) =>
    all.map((each) => each.dataset.test)), ['settle-yuan-1', 'settle-yuan-2']);
  assert.deepEqual(await axeFinds(page), []);
  await pictureOf(page, '[data-test=correction]', 'desk-settle-refused-1280');
  await page.setViewportSize(narrow);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), narrow.width);
  await pictureOf(page, '[data-test=correction]', 'desk-settle-refused-390');
  const unsaid = await answerTo('', '', first, second);
  for (const field of ['清算编号', '理由']) {
    const missing = new RegExp(`缺少键${field}。.*请补充${field}。.*行 2 · ${field}`);
    assert.ok(unsaid.some((each) => missing.test(each)), unsaid.join());
  }
  assert.ok(!unsaid.some((each) => each.includes('已被使用')), unsaid.join());
  assert.deepEqual((await ask(settledQuery)).adjustments, []);

  assert.deepEqual(await answerTo('QS-1', '复核注销', first, second), []);
  await page.waitForSelector('[data-test=publish-records] a[href="#/desk?year=2024&scheme=WH-WET"]');
  await page.setViewportSize(wide);
  await page.waitForFunction(() => document.querySelector('[data-open="RES-019"]').textContent === '已清算');
  assert.equal(await page.locator('[data-settle="RES-019"]').count(), 0);
  assert.deepEqual((await ask(settledQuery)).adjustments.map((each) => each.state), ['RECORDED', 'RECORDED']);
  await page.click('[data-test=publish-records] button');
  await page.waitForSelector('[data-test=new-snapshot]', { timeout: patience });
  assert.equal(await page.textContent('[data-test=new-snapshot]'), (await graphql('{ snapshot { id } }')).snapshot.id);
  assert.deepEqual(await axeFinds(page), []);
  await pictureOf(page, '[data-test=correction]', 'desk-settled-1280');
  assert.deepEqual(page.seen.errors, []);
  await page.context().close();

  const auditor = await open(browser, '#/desk?scheme=WH-WET&year=2024', { token: tokens.auditor });
  await auditor.waitForSelector('[data-test=adjustments]');
  const { adjustments } = await ask(settledQuery);
  assert.deepEqual(adjustments, difference.payers.map((share, row) => ({
    number: `QS-1-${row + 1}`, line: difference.issuedLine, parcel: 'RES-019', payee: difference.payee,
    payer: share.payer, amount: share.amount, reason: '复核注销', state: 'IN_FORCE',
  })));
  const shown = await auditor.$$eval('[data-adjustment]', (all) => all.map((each) => each.dataset.adjustment));
  const fen = (yuan) => BigInt(yuan.replace('.', ''));
  assert.deepEqual(shown, [first, second]);
  assert.equal(shown.map(fen).reduce((sum, each) => sum + each), fen(difference.delta.amount));
  const text = await auditor.textContent('[data-test=adjustments]');
  for (const part of [`−${amount(first)}`, `−${amount(second)}`, 'QS-1-2', difference.issuedLine, '已生效'])
    assert.ok(text.includes(part), part);
  assert.equal(await auditor.locator('[data-test=publish-records]').count(), 0);
  assert.deepEqual(await axeFinds(auditor), []);
  await pictureOf(auditor, '[data-test=adjustments]', 'desk-adjustments-1280');
  await auditor.context().close();
  assert.deepEqual((await differenceOf('RES-019')).open, []);
});

test('desk: finance takes a settlement back with a reason; what it settled is open again', async () => {
  const page = await open(browser, '#/desk?scheme=WH-WET&year=2024', { token: tokens.finance });
  const { payers: [, second] } = await differenceOf('RES-019');
  await page.click('[data-withdraw="QS-1-2"]');
  await page.click('[data-test=withdraw] [type=submit]');
  await page.waitForSelector('[data-test=withdraw] .problems');
  assert.match(await page.textContent('[data-test=withdraw] .problems'), /须说明理由.*处理: 请填写理由。reason-missing 理由/);
  assert.deepEqual(await axeFinds(page), []);
  await pictureOf(page, '[data-test=adjustments]', 'desk-withdraw-1280');
  await page.fill('[data-test=withdraw] input', '重复');
  await page.click('[data-test=withdraw] [type=submit]');
  await page.waitForFunction(() => document.querySelector('[data-test=adjustments]').textContent.includes('已撤回'));
  assert.equal(await page.locator('[data-withdraw]').count(), 1);
  await page.click('[data-test=publish-records] button');
  await page.waitForSelector('[data-test=new-snapshot]', { timeout: patience });
  await page.reload();
  await pageIsRead(page);
  assert.deepEqual(await page.$$eval('[data-withdraw]', (all) => all.map((each) => each.dataset.withdraw)), ['QS-1-1']);
  assert.deepEqual((await differenceOf('RES-019')).open, [second]);
  assert.deepEqual(page.seen.errors, []);
  await page.context().close();
});
