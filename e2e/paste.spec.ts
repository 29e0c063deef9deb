import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { clearStory, copiedFrom, markdownIn, paste, storyOf } from './pasting';
import { newArticle } from './storyEditor';

const fixtures = [
  'google-docs.html',
  'outlook.html',
  'google-sheets.html',
  'excel.html',
  'word-lists-en.html',
  'word-lists-de.html',
  'word-lists-fr.html',
  'libreoffice.html',
  'pages-safari.html',
  'gmail.html',
  'browser-table.html',
  'pdf-viewer.txt',
  'verse.txt',
  'markdown.txt',
];

/** The notices on the screen, as one text. */
const noticesIn = (window: Page) => window.getByRole('region', { name: 'Notices' });

/** Every address of another place that a page requests from now on, even where only its policy stops it. */
async function watchRequests(window: Page): Promise<() => Promise<readonly string[]>> {
  const asked: string[] = [];
  window.on('request', (request) => asked.push(request.url()));
  const session = await window.context().newCDPSession(window);
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ request }) => asked.push(request.url));
  await window.evaluate(() => {
    const { dataset } = document.documentElement;
    document.addEventListener('securitypolicyviolation', ({ blockedURI }) => {
      dataset['stopped'] = `${dataset['stopped'] ?? ''} ${blockedURI}`;
    });
  });
  return async () => {
    const stopped = await window.evaluate(() => document.documentElement.dataset['stopped'] ?? '');
    const { origin } = new URL(window.url());
    return [...asked, ...stopped.split(' ')].filter(
      (address) => /^https?:/.test(address) && !address.startsWith(`${origin}/`),
    );
  };
}

test('what each program copies arrives as it was written', async ({ nutgraf }) => {
  const editor = await newArticle(nutgraf);
  for (const file of fixtures) {
    await clearStory(nutgraf.window, editor);
    await paste(nutgraf, copiedFrom(file));
    await expect
      .soft(async () => expect(await markdownIn(editor), file).toBe(storyOf(file)))
      .toPass({ timeout: 30_000 });
  }
  await expect(noticesIn(nutgraf.window)).toHaveText(/read as Markdown/);
});

test('images and embeds are taken or named, and nothing is requested from the web', async ({ nutgraf }) => {
  const editor = await newArticle(nutgraf);
  const requests = await watchRequests(nutgraf.window);
  await editor.text.focus();
  await paste(nutgraf, copiedFrom('web-page.html'));
  await expect(editor.text.getByRole('img', { name: 'Inline' })).toHaveJSProperty('naturalWidth', 1);
  const story = (await markdownIn(editor)).replace(/asset:[0-9a-f]{64}/, 'https://pasted.invalid/1');
  expect(story).toBe(storyOf('web-page.html'));
  await expect(noticesIn(nutgraf.window)).toContainText(
    '5 embeds became links. Left out of what you pasted: 2 hidden words, 2 images that only their own page can show (A blob, near.jpg), 1 drawing and 3 buttons or form fields.',
  );
  const alt = editor.text.getByRole('textbox', { name: 'Alternative text' });
  await expect(alt.nth(0)).toHaveValue('2019');
  await expect(alt.nth(1)).toHaveValue('true');

  await nutgraf.window.keyboard.press('ControlOrMeta+z');
  await expect(editor.text).toHaveText('');
  await nutgraf.window.keyboard.press('ControlOrMeta+Shift+z');
  await expect(editor.text.getByRole('img', { name: 'Inline' })).toHaveJSProperty('naturalWidth', 1);

  await paste(nutgraf, copiedFrom('libreoffice.html'));
  await expect(noticesIn(nutgraf.window)).toHaveText(/1 image in a file \(lu12345_0\.png\)/);

  await newArticle(nutgraf);
  const rows = nutgraf.window.getByRole('listbox', { name: 'Drafts' }).getByRole('option');
  await rows.filter({ hasText: /[1-9]\d* words/ }).click();
  await expect(editor.text.getByRole('img', { name: 'Inline' })).toBeVisible();
  expect(await requests()).toEqual([]);
});

test('pasted Markdown is read as such, and undo or a button gives the text back', async ({ nutgraf }) => {
  const editor = await newArticle(nutgraf);
  const { keyboard } = nutgraf.window;
  await editor.text.focus();
  const asPasted = [
    '## What was agreed',
    'The pilots share **one watch** from [spring](https://example.org/spring).',
  ];
  for (const giveBack of [
    () => keyboard.press('ControlOrMeta+z'),
    () => nutgraf.window.getByRole('button', { name: 'Keep as plain text' }).click(),
  ]) {
    await clearStory(nutgraf.window, editor);
    await paste(nutgraf, copiedFrom('markdown.txt'));
    await expect(editor.text.getByRole('heading', { level: 2 })).toHaveText('What was agreed');
    await giveBack();
    await expect(editor.text.getByRole('heading')).toHaveCount(0);
    await expect(editor.blocks.first()).toHaveText(asPasted[0] ?? '');
    await expect(editor.blocks.nth(1)).toHaveText(asPasted[1] ?? '');
    await keyboard.press('ControlOrMeta+z');
    await expect(editor.text).toHaveText('');
  }
});

test('a paste is one undo step, and its signs stay signs', async ({ nutgraf }) => {
  const editor = await newArticle(nutgraf);
  const { keyboard } = nutgraf.window;
  await editor.text.focus();
  await keyboard.type('Before ');
  const signs = '5 * 3 * 2 is thirty, **not** `six`, snake_case_words; see https://example.org/a_b';
  await paste(nutgraf, { text: signs });
  await expect(editor.text).toHaveText(`Before ${signs}`);
  await expect(editor.text.locator('strong, em, code, s')).toHaveCount(0);
  await expect(editor.text.getByRole('link')).toHaveText('https://example.org/a_b');
  // One word: undo goes word by word.
  await keyboard.type('after');
  await keyboard.press('ControlOrMeta+z');
  await expect(editor.text).toHaveText(`Before ${signs}`);
  await keyboard.press('ControlOrMeta+z');
  await expect(editor.text).toHaveText('Before');
});

test('cells copied alone, and a code editor’s lines', async ({ nutgraf }) => {
  const editor = await newArticle(nutgraf);
  await editor.text.focus();
  await paste(nutgraf, {
    html: '<tr><td>North</td><td>12</td></tr><tr><td>South</td><td>9</td></tr>',
    text: 'x',
  });
  await expect(editor.blocks).toHaveText(['North | 12', 'South | 9']);
  await clearStory(nutgraf.window, editor);
  await paste(nutgraf, {
    html: `<meta charset='utf-8'><div style="color:#ccc;font-family:'Droid Sans Mono', monospace;font-weight:normal;white-space:pre;"><div><span style="color:#569cd6;font-weight:bold;">## One</span></div><br><div>- two</div><div>- [three](https://example.org/)</div></div>`,
    text: '## One\n\n- two\n- [three](https://example.org/)',
  });
  await expect(editor.text.getByRole('heading', { level: 2 })).toHaveText('One');
  await expect(editor.text.getByRole('listitem')).toHaveText(['two', 'three']);
});

test('no-break spaces, the words after a title and the rules of a sheet stay', async ({ nutgraf }) => {
  const editor = await newArticle(nutgraf);
  for (const [html, story] of [
    ['<p>prix<span style="color:red">&nbsp;</span>: 5</p>', 'prix\u00a0: 5'],
    ['<title>How <script> works</title><p>All of the story</p>', 'All of the story'],
    ['<textarea><script></textarea><p>All of the story</p>', 'All of the story'],
    [
      '<style>/* a < b */ .w { font-weight: 700 }</style><p>All <span class="w">of</span> it</p>',
      'All **of** it',
    ],
  ] as const) {
    await clearStory(nutgraf.window, editor);
    await paste(nutgraf, { html, text: 'as plain text' });
    await expect.poll(() => markdownIn(editor), html).toBe(`${story}\n`);
  }
});

/** What a page may hold to get a program run, a style drawn, or something fetched; each says one word beside it. */
const hostile = {
  script: '<p>one</p><script>globalThis.ran = 1</script><script src="https://news.example/x.js"></script>',
  handlers:
    '<p onclick="globalThis.ran = 1" ONMOUSEOVER=\'globalThis.ran = 1\'>one</p><img src="x" onerror=globalThis.ran=1>',
  'handlers among other attributes':
    '<p title="a > b" onfocus="globalThis.ran = 1" lang=en/onblur=globalThis.ran=1>one</p><video/onplay="globalThis.ran = 1">',
  'style attributes': '<p style="background: url(https://news.example/x.png); color: red">one</p>',
  'style elements':
    '<style>p { background: url(https://news.example/x.png) } @import "https://news.example/x.css";</style><p>one</p>',
  drawings:
    '<p>one</p><svg onload="globalThis.ran = 1"><style>rect { fill: red }</style><rect style="fill: red"/><script>globalThis.ran = 1</script><animate onbegin="globalThis.ran = 1" attributeName="x" dur="1s"/><use href="https://news.example/x.svg#a"/></svg>',
  'formulas and foreign parts':
    '<p>one</p><math><mtext><style><img src="x" onerror="globalThis.ran = 1"></style></mtext></math><svg><foreignObject><body onload="globalThis.ran = 1"></body></foreignObject></svg>',
  'a whole page':
    '<html><head><meta http-equiv="refresh" content="0; url=https://news.example/"><meta http-equiv="Content-Security-Policy" content="script-src *"><base href="https://news.example/"><link rel="stylesheet" href="x.css"><link rel="preload" as="image" href="x.png"></head><body onload="globalThis.ran = 1" background="x.png"><p>one</p></body></html>',
  frames:
    '<p>one</p><iframe src="https://news.example/"></iframe><iframe srcdoc="<script>parent.ran = 1</script>"></iframe><object data="https://news.example/x"></object><embed src="https://news.example/x">',
  'broken nesting':
    '<b><p>one<table><tr><a href="javascript:globalThis.ran=1">two<td></b><template><script>globalThis.ran = 1</script></template><select><p onclick="globalThis.ran = 1"></table><![CDATA[<img onerror="globalThis.ran = 1" src=x>]]><!--<p onclick="x">--!><noscript><p title="</noscript><img src=x onerror=globalThis.ran=1>">',
  addresses:
    '<p>one <a href=" java\tscript:globalThis.ran=1">two</a> <a href="data:text/html,x" ping="https://news.example/">three</a></p><img srcset="https://news.example/x.png 1x"><form action="https://news.example/"><button formaction="javascript:globalThis.ran=1">four</button></form>',
} as const;

test('hostile HTML leaves its words, runs nothing and has the page complain of nothing', async ({
  nutgraf,
}) => {
  const { window } = nutgraf;
  const editor = await newArticle(nutgraf);
  const requests = await watchRequests(window);
  const complaints: string[] = [];
  let now = '';
  window.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${now}: ${message.text()}`);
  });
  window.on('pageerror', (error) => complaints.push(`${now}: ${error.message}`));
  for (const [what, html] of Object.entries(hostile)) {
    now = what;
    await clearStory(window, editor);
    await paste(nutgraf, { html, text: 'as plain text' });
    await expect(editor.text, what).toContainText('one');
  }
  expect(await window.evaluate(() => 'ran' in globalThis)).toBe(false);
  expect(complaints).toEqual([]);
  expect(await requests()).toEqual([]);
});
