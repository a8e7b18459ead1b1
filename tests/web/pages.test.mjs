import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { graphql, launch, open, picture, tokens } from './browser.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** Yuan texts as whole fen. */
const fen = (yuan) => BigInt(yuan.replace('.', ''));

test('account: total, services and districts are those of GraphQL, and effects add up to the fen', async () => {
  const page = await open(browser, '#/account?year=2024');
  const { account, compare } = await graphql(`{
    account(year: 2024) { gep { amount } }
    compare(from: 2019, to: 2024) {
      byService { service { code } opening { amount } closing { amount } }
      byDistrict { district { code } opening { amount } closing { amount } } } }`);
  await page.waitForSelector('[data-test=gep]');
  assert.equal(await page.getAttribute('[data-test=gep]', 'data-yuan'), account.gep.amount);
  const rows = await page.$$eval('table tr', (all) => all
    .map((row) => [...row.querySelectorAll('td [data-yuan]')].map((cell) => cell.dataset.yuan))
    .filter((cells) => cells.length === 7));
  assert.equal(rows.length, compare.byService.length + compare.byDistrict.length + 2);
  for (const [opening, closing, change, ...effects] of rows) {
    assert.equal(fen(closing) - fen(opening), fen(change));
    assert.equal(effects.map(fen).reduce((sum, each) => sum + each), fen(change));
  }
  const shown = new Set(rows.map((cells) => cells.slice(0, 2).join()));
  for (const each of [...compare.byService, ...compare.byDistrict])
    assert.ok(shown.has(`${each.opening.amount},${each.closing.amount}`));
  assert.match(await page.textContent('[data-test=account]'), /M3/);
  await picture(page, 'account-1280', true);
  await page.context().close();
});

test('account: tables and workbook are downloaded', async () => {
  const page = await open(browser, '#/account');
  await page.waitForSelector('[data-test=gep]');
  const [csv] = await Promise.all([page.waitForEvent('download'),
    page.getByRole('button', { name: /下载 CSV: 各区指标/ }).click()]);
  const text = readFileSync(await csv.path(), 'utf8');
  const { account } = await graphql('{ account(year: 2019) { districts { district { code } gep { amount } } } }');
  for (const each of account.districts) assert.ok(text.includes(`\n${each.district.code},${each.gep.amount},`));
  const [book] = await Promise.all([page.waitForEvent('download'), page.click('[data-file=xlsx]')]);
  assert.equal(readFileSync(await book.path()).subarray(0, 2).toString(), 'PK');
  await page.context().close();
});

test('desk: the public sees totals and checks, and no payee', async () => {
  const page = await open(browser, '#/desk?scheme=WH-PBF');
  await page.waitForSelector('[data-card]');
  const { schedule } = await graphql(`{ schedule(code: "WH-PBF:2019") {
    total { amount } lineCount checks { code } problems { code where } } }`);
  assert.equal(await page.getAttribute('[data-test=schedule-total]', 'data-yuan'), schedule.total.amount);
  assert.match(await page.textContent('[data-test=payment-lines] .pager'),
    new RegExp(schedule.lineCount.toLocaleString('en-US')));
  const text = await page.textContent('[data-test=schedule]');
  for (const check of schedule.checks) assert.ok(text.includes(check.code));
  assert.ok(!(await page.$('[data-step]')));
  assert.ok(!text.includes('村集体'));
  await page.locator('[data-card]').first().click();
  await page.waitForSelector('[data-test=explanation] .quiet');
  await picture(page, 'desk-1280', true);
  await page.context().close();
});

const steps = [['officer', 'submit'], ['department', 'review'], ['finance', 'approve'], ['notary', 'notice']];

const role = (name) => open(browser, '#/desk?scheme=WH-WET&year=2019', { token: tokens[name] });

test('desk: a schedule goes from draft to issue, each step by its role', { skip: !tokens.officer }, async () => {
  for (const [name, step] of steps) {
    const page = await role(name);
    await page.waitForSelector('[data-test=workflow]');
    const offered = await page.$$eval('[data-step]', (all) => all.map((each) => each.dataset.step));
    for (const [, other] of steps) assert.equal(offered.includes(other), other === step, `${name} ${other}`);
    await page.click(`[data-step=${step}]`);
    await page.waitForFunction((count) => document.querySelectorAll('[data-test=log] li').length === count,
      steps.findIndex(([, each]) => each === step) + 1);
    await page.context().close();
  }
  const leader = await role('finance-leader');
  await leader.waitForSelector('[data-step=issue]');
  await leader.fill('[data-test=note]', '武财〔2020〕示意 1 号');
  await leader.click('[data-step=issue]');
  await leader.waitForSelector('[data-test=workflow] .problems');
  assert.match(await leader.textContent('[data-test=workflow] .problems'), /公示未满/);
  await picture(leader, 'desk-notice-1280');
  await fetch(process.env.GEP_TEST_CLOCK ?? '');
  await leader.reload();
  await leader.waitForSelector('[data-step=issue]');
  await leader.fill('[data-test=note]', '武财〔2020〕示意 1 号');
  await leader.click('[data-step=issue]');
  await leader.waitForFunction(() => document.querySelectorAll('[data-test=log] li').length === 5);
  const { schedule } = await graphql('{ schedule(code: "WH-WET:2019") { status steps { step } } }');
  assert.equal(schedule.status, 'ISSUED');
  assert.equal(await leader.textContent('[data-test=workflow] [aria-current=step]'), '已下达');
  await picture(leader, 'desk-issued-1280');
  await leader.context().close();
});

test('desk: an officer sees the card of a line with payee and rate', { skip: !tokens.officer }, async () => {
  const page = await open(browser, '#/desk?scheme=WH-WET', { token: tokens.officer });
  await page.waitForSelector('[data-card]');
  const line = await page.locator('[data-card]').first().getAttribute('data-card');
  await page.locator('[data-card]').first().click();
  const tree = await page.waitForSelector('[data-test=card] .tree');
  const { paymentLine } = await graphql(
    'query ($code: String!) { paymentLine(code: $code) { payee amount { amount } explanation { steps { value } } } }',
    { code: line }, tokens.officer);
  const text = await tree.textContent();
  for (const step of paymentLine.explanation.steps) assert.ok(text.includes(step.value), step.value);
  assert.ok((await page.textContent('[data-test=payment-lines] table')).includes(paymentLine.payee));
  await page.context().close();
});

test('layers: origin, source and number of each', async () => {
  const page = await open(browser, '#/layers');
  const { layers } = await graphql('{ layers { code featureCount isSchematic source { key } } }');
  await page.waitForSelector('table');
  const text = await page.textContent('table');
  for (const layer of layers) {
    for (const part of [layer.code, layer.featureCount.toLocaleString('en-US'), layer.source.key])
      assert.ok(text.includes(part), part);
  }
  await picture(page, 'layers-1280');
  await page.context().close();
});

test('ask: every example of the page is answered without an error', async () => {
  const page = await open(browser, '#/ask', { language: 'en' });
  await page.waitForSelector('[data-test=example] option', { state: 'attached' });
  const count = await page.locator('[data-test=example] option').count();
  assert.equal(count, 20);
  for (let place = 0; place < count; place++) {
    await page.selectOption('[data-test=example]', String(place));
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().endsWith('/graphql') && response.request().method() === 'POST'),
      page.click('[data-test=run]')]);
    const body = await answer.json();
    assert.equal(body.errors, undefined, JSON.stringify(body.errors));
  }
  await picture(page, 'ask-1280');
  await page.context().close();
});
