import { expect, test } from 'vitest';
import { withoutOpenTags } from './openTags';

/** What is left of a page, ignoring white space. */
function read(page: string): string {
  return withoutOpenTags(page).replace(/\s+/g, ' ').trim();
}

const story = '<p>The <b>b</b>ridge closes.</p> <p>The foot</p>';

test.each(['select', 'textarea', 'title', 'noscript', 'iframe', 'xmp', 'noembed', 'noframes'])(
  'what stands behind a <%s> that nothing closes is a page',
  (name) => {
    for (const tag of [`<${name}>`, `<${name}/>`, `<${name} class=">">`, `<${name.toUpperCase()}\n>`])
      expect(read(`<h1>One</h1>${tag}${story}`)).toBe(`<h1>One</h1> ${story}`);
  },
);

test('several that take each other’s text are taken out together', () => {
  expect(read(`<h1>One</h1><xmp><textarea/><select><option>${story}`)).toBe(`<h1>One</h1> ${story}`);
});

test('one that is closed stays, as does one that ends itself', () => {
  for (const page of [
    `<textarea>one</textarea>${story}`,
    `<select><option>one</select>${story}`,
    `<svg><title/><path/></svg>${story}`,
  ])
    expect(withoutOpenTags(page)).toBe(page);
});

/** Without the tag, each of these would lose `foot`; what comes before it must not hide that from the check. */
const hiding = [
  '<style/>The foot',
  '<style>The foot',
  '<script>The foot',
  '<!-- The foot',
  '<a href="The foot',
  '<a href="> The foot ">',
  '<b foot',
  '<svg><style><footer>The foot',
  '<svg><link><footer>The foot',
  '<!--> one <style> foot -->',
];

test.each(hiding)('a box stays open where %s would be lost', (end) => {
  for (const start of ['', '< ', '<p>1 < 2</p>', '&lt;b ', '<<i>foot</i> <p>foot</p>']) {
    const page = `<h1>One</h1>${start}<textarea><p>The bridge closes.</p> ${end}`;
    expect(withoutOpenTags(page)).toBe(page);
  }
});

test('words are looked for in their places: those of a title that ends up in the head are no longer visible', () => {
  const page = '<textarea/><title>The foot</title><p>The foot</p>';
  expect(withoutOpenTags(page)).toBe(page);
  const head = '<head><noscript><title>The foot</title></head><body><p>The foot</p>';
  expect(read(head)).toBe(head.replace('<noscript>', ' '));
});

test('markup that ends and is not text keeps no box open', () => {
  const markup = '<!-- one --><style>two</style><script>three</script><p title="four">five &eacute;t&eacute;';
  expect(read(`<h1>One</h1><xmp>${markup}`)).toBe(`<h1>One</h1> ${markup}`);
});
