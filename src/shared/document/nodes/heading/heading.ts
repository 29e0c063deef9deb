import { Heading } from '@tiptap/extension-heading';
import { saidDirection, sideClass, sides, spanned, tagged, wordpressBlock } from '../../cms/wordpress';
import type { DocumentNode } from '../../documentNode';
import { ownAttribute } from '../../documentNode';
import { writeInline } from '../../markdown/writeInline';
import { saying } from '../../../language/say';

const least = 2;
const most = 4;

/** A crosshead of level 2 to 4: level 1 is the article's headline, and deeper levels are read as 4. */
function crossheadLevel(level: unknown): number {
  const wanted = typeof level === 'number' && Number.isInteger(level) ? level : least;
  return Math.min(Math.max(wanted, least), most);
}

const CrossHeading = Heading.extend({
  addAttributes() {
    return { level: ownAttribute({ default: least }) };
  },

  parseHTML() {
    return [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: crossheadLevel(level) } }));
  },
}).configure({ levels: [2, 3, 4] });

export const heading: DocumentNode = {
  extension: CrossHeading,
  label: saying('Crosshead'),
  blockId: 'kept',
  toMarkdown(state, node) {
    const line = writeInline(node, 'oneLine');
    state.write('#'.repeat(crossheadLevel(node.attrs['level'])) + (line === '' ? '' : ` ${line}`));
    state.closeBlock(node);
  },
  fromMarkdown: {
    heading: { block: 'heading', getAttrs: ({ tag }) => ({ level: crossheadLevel(Number(tag.slice(1))) }) },
  },
  normalise(attrs) {
    const level = crossheadLevel(attrs['level']);
    return level === attrs['level'] ? attrs : { ...attrs, level };
  },
  cms: {
    wordpress: {
      blocks: ['heading'],
      write: (node, post) => {
        const level = Number(node.attrs['level']);
        const own = saidDirection(node, post);
        const html = tagged(`h${level}`, `wp-block-heading${sideClass(own)}`, spanned(own, post.line(node)));
        const said = { ...(own && { textAlign: sides[own] }), ...(level !== 2 && { level }) };
        return wordpressBlock('heading', said, html);
      },
    },
  },
};
