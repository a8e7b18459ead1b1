import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import {
  axeFinds, base, graphql, launch, narrow, open, pageIsRead, pageIsWhole, picture, tokens,
} from './browser.mjs';

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

const nextSteps = async (token) => (await graphql(`{ schedule(code: "WH-WET:2019") {
  notice { ends daysLeft } nextSteps { step reasons { message { zh } } } } }`, {}, token)).schedule;

test('desk: a schedule goes from draft to issue; what is not yet allowed says why', { skip: !tokens.officer }, async () => {
  for (const [place, [name, step]] of steps.entries()) {
    const page = await role(name);
    await page.waitForSelector('[data-test=workflow]');
    const told = await nextSteps(tokens[name]);
    const isOpen = (each) => each.reasons.length === 0;
    const kebab = (each) => each.step.toLowerCase();
    assert.deepEqual(await page.$$eval('[data-step]', (all) => all.map((each) => each.dataset.step)),
      told.nextSteps.filter(isOpen).map(kebab), name);
    assert.deepEqual(await page.$$eval('[data-not-yet]', (all) => all.map((each) => each.dataset.notYet)),
      told.nextSteps.filter((each) => !isOpen(each)).map(kebab), name);
    for (const [, other] of steps)
      assert.equal(await page.locator(`[data-step=${other}]`).count(), other === step ? 1 : 0, `${name} ${other}`);
    await page.click(`[data-step=${step}]`);
    await page.waitForFunction((count) => document.querySelectorAll('[data-test=log] li').length === count, place + 1);
    await page.context().close();
  }
  const leader = await role('finance-leader');
  await leader.waitForSelector('[data-test=notice]');
  const { notice, nextSteps: told } = await nextSteps(tokens['finance-leader']);
  assert.equal(notice.daysLeft, 7);
  assert.equal(await leader.getAttribute('[data-test=notice]', 'data-days-left'), '7');
  const ends = new Date(notice.ends).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16);
  assert.ok((await leader.textContent('[data-test=notice]')).includes(ends), ends);
  const [reason] = told.find((each) => each.step === 'ISSUE').reasons;
  assert.match(reason.message.zh, /公示未满/);
  assert.ok((await leader.textContent('[data-not-yet=issue]')).includes(reason.message.zh));
  assert.equal(await leader.locator('[data-step=issue]').count(), 0);
  assert.deepEqual(await axeFinds(leader), []);
  await picture(leader, 'desk-notice-1280');
  await leader.setViewportSize(narrow);
  await picture(leader, 'desk-notice-390', true);
  await fetch(process.env.GEP_TEST_CLOCK ?? '');
  await leader.reload();
  await pageIsRead(leader);
  await leader.waitForSelector('[data-step=issue]');
  assert.equal(await leader.getAttribute('[data-test=notice]', 'data-days-left'), '0');
  // After the refusal the page reads the schedule again; what is clicked before that may be gone.
  await Promise.all([
    leader.waitForResponse((response) => response.request().postData()?.includes('query Dossier')),
    leader.click('[data-step=issue]')]);
  await leader.waitForSelector('[data-test=step-answer] .problems');
  assert.match(await leader.textContent('[data-test=step-answer]'), /须填写文号或理由/);
  await leader.fill('[data-test=note]', '武财〔2020〕示意 1 号');
  await leader.click('[data-step=issue]');
  await leader.waitForFunction(() => document.querySelectorAll('[data-test=log] li').length === 5);
  const { schedule } = await graphql('{ schedule(code: "WH-WET:2019") { status steps { step } } }');
  assert.equal(schedule.status, 'ISSUED');
  assert.equal(await leader.textContent('[data-test=workflow] [aria-current=step]'), '已下达');
  await leader.waitForSelector('[data-test=correction]');
  assert.match(await leader.textContent('[data-test=correction]'), /没有差额/);
  await picture(leader, 'desk-issued-390', true);
  await leader.context().close();
});

test('desk: the public sees who takes the next step', async () => {
  const page = await open(browser, '#/desk?scheme=WH-PBF&year=2019');
  await page.waitForSelector('[data-not-yet=submit]');
  assert.match(await page.textContent('[data-not-yet=submit]'), /经办/);
  assert.equal(await page.locator('[data-step]').count(), 0);
  await page.context().close();
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

test('layers: who may not send a file is told who may', async () => {
  const page = await open(browser, '#/layers');
  await page.waitForSelector('table');
  assert.equal(await page.locator('[data-test=upload-form]').count(), 0);
  assert.match(await page.textContent('main'), /分析、管理员登录后可上传/);
  await page.context().close();
});

/** Runs what the editor has; the answer. Until GraphiQL knows the document as it is, it runs a part of the last one. */
async function execute(page, query) {
  await page.waitForFunction((text) => {
    const editor = document.querySelector('.graphiql-query-editor .CodeMirror').CodeMirror;
    return editor.getValue() === text && editor.documentAST?.loc.source.body === text;
  }, query);
  // The same button stops what still runs.
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().endsWith('/graphql')
      && !response.request().postData().includes('IntrospectionQuery')),
    page.click('.graphiql-execute-button[aria-label^="Execute"]')]);
  return answer;
}

test('ask: GraphiQL runs every document of the guide, and answers as GraphQL does', async () => {
  const guide = await (await fetch(`${base}/api-guide.md`)).text();
  const page = await open(browser, '#/ask', { language: 'en' });
  await pageIsWhole(page, 'ask');
  const ids = await page.$$eval('[data-example]', (all) => all.map((each) => each.dataset.example));
  assert.equal(ids.length, 20);
  for (const id of ids) {
    const [, query] = new RegExp(`\`\`\`graphql id=${id}\\b[^\n]*\n([^]*?)\`\`\``).exec(guide);
    await page.click(`[data-example=${id}]`);
    const answer = await execute(page, query);
    const body = await answer.json();
    assert.equal(body.errors, undefined, `${id} ${JSON.stringify(body.errors)}`);
    assert.equal(JSON.parse(answer.request().postData()).query, query, id);
    assert.deepEqual(body.data, await graphql(query), id);
  }
  await picture(page, 'ask-1280');
  await page.context().close();
});

test('ask: GraphiQL knows the schema, shows its documentation and runs what is typed', { skip: !tokens.officer }, async () => {
  const page = await open(browser, '#/ask', { token: tokens.officer });
  await pageIsWhole(page, 'ask');
  await page.click('[aria-label="Show Documentation Explorer"]');
  await page.click('.graphiql-doc-explorer-content a:text-is("Query")');
  await page.waitForSelector('.graphiql-doc-explorer-content >> text=districts');
  assert.deepEqual(await axeFinds(page), []);
  await picture(page, 'ask-docs-1280');
  const type = async (text) => {
    await page.evaluate(() => document.querySelector('.graphiql-query-editor .CodeMirror').CodeMirror.setValue(''));
    await page.click('.graphiql-query-editor .CodeMirror');
    await page.keyboard.insertText(text);
  };
  await type('{ helo }');
  await page.waitForSelector('.CodeMirror-lint-mark-error');
  const question = '{ me { roles } }';
  await type(question);
  await execute(page, question);
  await page.waitForFunction(() => document.querySelector('.result-window .CodeMirror')
    .CodeMirror.getValue().includes('"OFFICER"'));
  await page.click('[aria-label="Open settings dialog"]');
  await page.waitForSelector('.graphiql-dialog');
  assert.deepEqual(await axeFinds(page), []);
  assert.deepEqual(page.seen.errors, []);
  await page.context().close();
});
