// A browser on the service of GEP_BASE, and the same questions asked to /graphql directly.
import { mkdirSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

export const base = process.env.GEP_BASE ?? 'http://127.0.0.1:5080';
export const tokens = JSON.parse(process.env.GEP_TEST_TOKENS ?? '{}');
export const output = process.env.GEP_TEST_OUTPUT ?? 'output';
mkdirSync(output, { recursive: true });

// WebGL in software: the machine that tests may have no graphics card.
const flags = ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist', '--disable-background-networking', '--disable-component-update'];

export const wide = { width: 1280, height: 800 }, narrow = { width: 390, height: 844 };

/** How long anything may take: several programs may share each core with the browser. */
export const patience = 120_000;

export const launch = () => chromium.launch({
  executablePath: process.env.GEP_CHROMIUM ?? '/usr/bin/chromium', args: flags, timeout: patience,
});

/**
 * A page that has read what it shows, and records every request, question, error and breach of the content security
 * policy.
 */
export async function open(browser, address, { size = wide, language = 'zh', theme = 'light', token } = {}) {
  const context = await browser.newContext({ viewport: size, acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  page.seen = { requests: [], questions: [], errors: [] };
  page.on('request', (request) => {
    page.seen.requests.push(request.url());
    if (request.url().endsWith('/graphql')) page.seen.questions.push(request.postData());
  });
  page.on('pageerror', (error) => page.seen.errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') page.seen.errors.push(message.text());
  });
  await page.addInitScript(([kept, mode, key]) => {
    localStorage.setItem('gep-language', kept);
    localStorage.setItem('gep-theme', mode);
    if (key) sessionStorage.setItem('gep-token', key);
    addEventListener('securitypolicyviolation', (event) => console.error(`CSP ${event.violatedDirective}`));
  }, [language, theme, token]);
  await page.goto(`${base}/${address}`);
  await pageIsRead(page);
  return page;
}

/** Waits until nothing of what a page shows is still on its way. */
export async function pageIsRead(page) {
  await page.waitForSelector('[data-test=snapshot]');
  await page.waitForFunction(() => {
    const main = document.getElementById('main');
    return main.childElementCount > 0 && !main.querySelector('[aria-busy=true]');
  });
}

/** Waits until a page that was read has also drawn its map, or has GraphiQL with the schema. */
export async function pageIsWhole(page, name) {
  if (name === 'map') await mapIsDrawn(page);
  if (name === 'ask') {
    await page.waitForFunction(() =>
      document.querySelector('.graphiql-query-editor .CodeMirror')?.CodeMirror.options.lint.schema);
  }
}

/** Longer than a map rests before it is drawn in full again. */
const restMilliseconds = 400;

/** Waits until the map has drawn everything it asked for, and is at rest. */
export async function mapIsReady(page, name) {
  const drawn = `[data-test=${name}][data-ready=yes][data-drawn=yes]`;
  await page.waitForSelector(drawn);
  // What is drawn may be followed by more. The page counts the time: on a slow machine it has more of it.
  await page.evaluate(async (rest) => {
    const twoFrames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await twoFrames();
    await new Promise((done) => setTimeout(done, rest));
    await twoFrames();
  }, restMilliseconds);
  await page.waitForSelector(drawn);
}

export const mapIsDrawn = (page) => mapIsReady(page, 'map');

const axe = readFileSync(new URL('./node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** The serious and critical faults that axe finds in what is shown. */
export async function axeFinds(page) {
  // Evaluated by the debugger, which no content security policy binds.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
  return violations.filter((each) => ['serious', 'critical'].includes(each.impact))
    .map((each) => `${each.id} ${each.nodes[0].html}`);
}

export const picture = (page, name, fullPage = false) =>
  page.screenshot({ path: `${output}/${name}.png`, fullPage });

/** A picture of a part of the page, however long it is. */
export const pictureOf = (page, place, name) =>
  page.locator(place).screenshot({ path: `${output}/${name}.png` });

/** What /graphql answers. */
export async function graphql(query, variables = {}, token) {
  const answer = await fetch(`${base}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await answer.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** A yuan text without its sign, grouped as the page prints it. */
export const amount = (yuan) => yuan.replace('-', '').replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');

/** A yuan text in 10⁸ yuan as the page prints it. */
export const hundredMillion = (yuan) => {
  const rounded = Number((Number(yuan) / 1e8).toFixed(2)) || 0;
  return rounded.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).replace('-', '−');
};
