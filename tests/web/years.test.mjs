// Comparison of any two years, on a service over a workspace of three: 2019, 2021 and 2024.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeFinds, graphql, hundredMillion, launch, mapIsDrawn, narrow, open, picture } from './browser.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** The change of each district between two years, as the page prints it. */
async function changes(from, to) {
  const { compare } = await graphql(`query ($from: Int!, $to: Int!) { compare(from: $from, to: $to) {
    byDistrict { district { code } change { amount } } } }`, { from, to });
  return Object.fromEntries(compare.byDistrict.map((each) =>
    [each.district.code, hundredMillion(each.change.amount)]));
}

/** Waits until the list of districts has these values. */
const listShows = (page, expected) => page.waitForFunction((wanted) => {
  const rows = [...document.querySelectorAll('[data-district]')];
  return rows.length === Object.keys(wanted).length
    && rows.every((row) => row.querySelector('.figure').textContent === wanted[row.dataset.district]);
}, expected);

const yearsOf = (page) => {
  const query = new URLSearchParams(page.url().split('?')[1]);
  return [query.get('from'), query.get('to')];
};

test('map: two years of three are chosen by keyboard, and their address shows the same to others', async () => {
  const [near, far, late] = [await changes(2019, 2021), await changes(2019, 2024), await changes(2021, 2024)];
  assert.notDeepEqual(near, far);
  const page = await open(browser, '#/map');
  assert.equal(await page.locator('[data-test=pair-from]').count(), 0);
  await page.selectOption('[data-test=measure]', 'change');
  await listShows(page, far);
  assert.deepEqual(yearsOf(page), ['2019', '2024']);
  await page.focus('[data-test=measure]');
  for (const [label, key] of [['起始年', 'ArrowDown'], ['截止年', null]]) {
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.labels[0].firstChild.textContent), label);
    if (key) await page.keyboard.press(key);
  }
  await listShows(page, late);
  assert.deepEqual(yearsOf(page), ['2021', '2024']);
  assert.match(await page.textContent('[data-test=legend] h2'), /2021–2024/);
  assert.equal(await page.textContent('[data-test=print-title]'), '示意市 GEP 变化 2021–2024（亿元）');
  assert.equal(await page.textContent('[data-test=pair-note]'), '');
  await mapIsDrawn(page);
  assert.deepEqual(await axeFinds(page), []);
  await picture(page, 'map-years-1280');
  const other = await open(browser, page.url().split('/').slice(3).join('/'), { size: narrow });
  await listShows(other, late);
  await mapIsDrawn(other);
  assert.equal(await other.evaluate(() => document.documentElement.scrollWidth), narrow.width);
  await picture(other, 'map-years-390');
  await other.context().close();
  await page.selectOption('[data-test=year]', '2021');
  await page.waitForURL(/[?&]year=2021/);
  await listShows(page, late);
  assert.deepEqual(yearsOf(page), ['2021', '2024']);
  assert.deepEqual(page.seen.errors, []);
  await page.context().close();
});

test('map: equal years show no change and say so, the later first says what its sign means', async () => {
  const page = await open(browser, '#/map?measure=change:area&from=2021&to=2021');
  await listShows(page, Object.fromEntries(Object.keys(await changes(2019, 2021)).map((code) => [code, '–'])));
  assert.match(await page.textContent('[data-test=pair-note]'), /起止年份相同/);
  assert.ok(page.seen.questions.some((question) => question.includes('query Account')));
  assert.ok(!page.seen.questions.some((question) => question.includes('query Compare')));
  assert.deepEqual(await axeFinds(page), []);
  await mapIsDrawn(page);
  await picture(page, 'map-years-equal-1280');
  await page.selectOption('[data-test=measure]', 'change');
  await page.selectOption('[data-test=pair-to]', '2019');
  await listShows(page, await changes(2021, 2019));
  assert.match(await page.textContent('[data-test=pair-note]'), /正值表示较早的一年更高/);
  assert.deepEqual(page.seen.errors, []);
  await page.context().close();
});

test('account: the two years that are chosen stand side by side, whatever the year of the rest', async () => {
  const page = await open(browser, '#/account?year=2019&from=2021&to=2024');
  await page.waitForSelector('[data-test=gep]');
  const { account, compare } = await graphql(`{ account(year: 2019) { gep { amount } }
    compare(from: 2021, to: 2024) { total { opening { amount } closing { amount } change { amount } } } }`);
  assert.equal(await page.getAttribute('[data-test=gep]', 'data-yuan'), account.gep.amount);
  const totals = () => page.$$eval('tfoot tr', (all) => all
    .map((row) => [...row.querySelectorAll('[data-yuan]')].map((cell) => cell.dataset.yuan))
    .filter((cells) => cells.length === 7).map((cells) => cells.slice(0, 3)));
  const { opening, closing, change } = compare.total;
  const expected = [opening.amount, closing.amount, change.amount];
  assert.deepEqual(await totals(), [expected, expected]);
  assert.deepEqual(await axeFinds(page), []);
  await picture(page, 'account-years-1280');
  await page.selectOption('[data-test=pair-to]', '2021');
  await page.waitForFunction(() => document.querySelector('[data-test=pair-note]').textContent !== '');
  await page.waitForSelector('[data-test=gep]');
  assert.deepEqual(await totals(), []);
  assert.deepEqual(yearsOf(page), ['2021', '2021']);
  assert.deepEqual(page.seen.errors, []);
  await page.context().close();
});
