// node graphiql.mjs URL CHROMIUM: GraphiQL in a real browser; one JSON line with what was seen.
// GEP_PICTURE=FILE keeps a picture of how the page looked at the end.
import { chromium } from 'playwright-core';

const [url, executablePath] = process.argv.slice(2);
const picture = process.env.GEP_PICTURE;
const seen = { problems: [] };
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
try {
  page.on('pageerror', (error) => seen.problems.push(String(error)));
  page.on('console', (message) => { if (message.type() === 'error') seen.problems.push(message.text()); });
  page.on('requestfailed', (request) => seen.problems.push(`${request.url()} ${request.failure()?.errorText}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(url).origin) && !/^(data|blob):/.test(request.url()))
      seen.problems.push(`foreign ${request.url()}`);
  });
  await page.goto(url);
  await page.waitForSelector('.graphiql-query-editor .CodeMirror');

  // The editor knows the schema: it completes a field and marks one that is unknown.
  const type = async (text) => {
    await page.evaluate(() => document.querySelector('.graphiql-query-editor .CodeMirror').CodeMirror.setValue(''));
    await page.click('.graphiql-query-editor .CodeMirror');
    await page.keyboard.insertText(text);
  };
  const valueOf = (pane) => page.evaluate(
    (at) => document.querySelector(`${at} .CodeMirror`)?.CodeMirror.getValue() ?? '', pane);
  const until = async (what, check, again = async () => {}) => {
    for (const end = Date.now() + 60_000; Date.now() < end;) {
      if (await check()) return;
      await again();
      await page.waitForTimeout(300);
    }
    throw new Error(`${what} did not come`);
  };
  const answer = async (contained) => {
    await page.keyboard.press('Escape');
    // The page reads the document some moments after it was typed, so the first click may be too early.
    await until(contained, async () => (await valueOf('.result-window')).includes(contained), async () => {
      await page.click('.graphiql-execute-button[aria-label^="Execute"]', { timeout: 1000 }).catch(() => {});
      await page.waitForTimeout(700);
    });
    return JSON.parse(await valueOf('.result-window'));
  };
  await type('{ hel');
  await until('a completion', async () => (await valueOf('.graphiql-query-editor')).includes('hello'),
    () => page.keyboard.press('Control+Space'));
  seen.completed = await valueOf('.graphiql-query-editor');

  await type('{ hello(name: "GraphiQL") }');
  seen.query = await answer('hello GraphiQL');
  await type('{ helo }');
  await page.waitForSelector('.CodeMirror-lint-mark-error');
  seen.marked = true;
  await type('subscription { count(to: 3) }');
  seen.subscription = await answer('"count": 3');

  // The documentation pane shows the types and their descriptions.
  await page.click('[aria-label="Show Documentation Explorer"]');
  await page.waitForSelector('.graphiql-doc-explorer-content');
  seen.docs = await page.textContent('.graphiql-doc-explorer-content');
  await page.click('.graphiql-doc-explorer-content a:text-is("Query")');
  await page.waitForSelector('.graphiql-doc-explorer-content >> text=forests');
  seen.fields = await page.textContent('.graphiql-doc-explorer-content');
} catch (error) {
  seen.problems.push(String(error));
} finally {
  if (picture) await page.screenshot({ path: picture });
  await browser.close();
}
console.log(JSON.stringify(seen));
