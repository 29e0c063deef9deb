import { expect, test } from 'vitest';
import { fromMarkdown } from '../../fromMarkdown';
import { bullets, doc, figure, h, item, link, p, quote, same } from '../../testing/builders';
import { toHtml } from '../../toHtml';
import { toPlainText } from '../../toPlainText';

const asset = 'ab'.repeat(32);
const src = 'https://example.org/a.jpg';

test('a figure is a paragraph of one image; caption and credit are the two lines of its title', () => {
  same(
    `![Two [boats\\]](<asset:${asset}>)\n`.replace('[boats', '\\[boats'),
    doc(figure({ asset, alt: 'Two [boats]' })),
  );
  same(`![](<${src}> "At \\"sea\\" & on land")\n`, doc(figure({ src, caption: 'At "sea" & on land' })));
  same(
    `![](<${src}> "At sea&#10;A Photographer")\n`,
    doc(figure({ src, caption: 'At sea', credit: 'A Photographer' })),
  );
  same(`![](<${src}> "&#10;A Photographer")\n`, doc(figure({ src, credit: 'A Photographer' })));
});

test('a picture in a line leaves it, and the line goes on behind it', () => {
  expect(fromMarkdown(`One ![a *b*](${src}) [![c](${src}) two](https://example.org/)`).toJSON()).toEqual(
    doc(
      p('One'),
      figure({ src, alt: 'a b' }),
      figure({ src, alt: 'c' }),
      p(link('https://example.org/', 'two')),
    ).toJSON(),
  );
  expect(fromMarkdown(`## One ![](${src})\n\n- ![](${src})\n\n> ![](${src})`).toJSON()).toEqual(
    doc(h(2, 'One'), figure({ src }), bullets(item(p(), figure({ src }))), quote(figure({ src }))).toJSON(),
  );
});

test('HTML has the caption and the credit; a kept picture is where the exporter says', () => {
  const story = doc(figure({ asset, alt: '"A"', caption: 'At <sea>', credit: 'B' }));
  expect(toHtml(story, { imageAddress: (hash) => `images/${hash.slice(0, 4)}.jpg` })).toBe(
    '<figure><img src="images/abab.jpg" alt="&quot;A&quot;"><figcaption>At &lt;sea&gt; <span class="credit">B</span></figcaption></figure>',
  );
});

test('its words can be searched', () => {
  expect(toPlainText(doc(p('One'), figure({ src, caption: 'At sea', credit: 'B' })))).toBe(
    'One\n\nAt sea\nB',
  );
});

test('an address that is not a web image cannot be set', () => {
  expect(() => figure({ src: 'javascript:alert(1)' })).toThrow('neither http nor https');
  expect(() => figure({ asset: '../secret' })).toThrow('names no asset');
});
