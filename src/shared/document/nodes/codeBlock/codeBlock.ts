import { Node } from '@tiptap/core';
import { type Attrs, Fragment, type Node as DocumentTree, type Schema } from '@tiptap/pm/model';
import { saidDirection, spanned, wordpressBlock } from '../../cms/wordpress';
import { type DocumentNode, ownAttribute } from '../../documentNode';
import { escapeHtml, type HtmlElement, type HtmlNode, withLastLine } from '../../html';
import { childrenOf, isBlock, isElement, tagOf } from '../../reading/tree';
import { saying } from '../../../language/say';

/** How pages name the language of code, as a class (HTML Standard, section 4.5.15). */
const languageClass = /(?:^|\s)lang(?:uage)?-(\S+)/u;

const CodeBlock = Node.create({
  name: 'codeBlock',
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,

  addAttributes() {
    return { language: ownAttribute({ default: null, validate: checkLanguage }) };
  },

  parseHTML() {
    return [{ tag: 'pre', getAttrs: readCode, getContent: contentOf, priority: 60 }];
  },

  renderHTML({ node }) {
    const language = tidyLanguage(node.attrs['language']);
    return ['pre', ['code', language === null ? {} : { class: `language-${language}` }, 0]];
  },
});

function checkLanguage(value: unknown): void {
  if (value !== null && tidyLanguage(value) === null) {
    throw new RangeError('a code block has no proper language');
  }
}

/** A short word such as `js` or `c++`; null for anything else. */
function tidyLanguage(value: unknown): string | null {
  return typeof value === 'string' && /^[\w+#.-]{1,30}$/.test(value) ? value : null;
}

/**
 * Pages put code in a `code` element of its own; what is only preformatted, as verses and wire stories are, has marks
 * and links, and is read as lines of text.
 */
function readCode(pre: HtmlElement): Attrs | false {
  const code = onlyChild(pre);
  const classes = [code, pre].map((element) => element?.getAttribute('class') ?? '');
  const named = classes.map((words) => languageClass.exec(words)?.[1]).find((name) => name !== undefined);
  if (named === undefined && (code === null || tagOf(code) !== 'code')) return false;
  return { language: tidyLanguage(named) };
}

/** The only element in another, beside which there are no words: blank lines have become `br`. */
function onlyChild(element: HtmlElement): HtmlElement | null {
  const [only, ...others] = childrenOf(element).filter((child) =>
    isElement(child) ? tagOf(child) !== 'br' : /\S/u.test(child.textContent ?? ''),
  );
  return only !== undefined && isElement(only) && others.length === 0 ? only : null;
}

/** The last line break only ends the last line, as `toHtml` has it: a page shows no line behind it. */
function contentOf(pre: HtmlNode, schema: Schema): Fragment {
  const code = isElement(pre) ? (onlyChild(pre) ?? pre) : pre;
  const text = linesOf(code).replace(/\r?\n$/, '');
  return text === '' ? Fragment.empty : Fragment.from(schema.text(text));
}

/** The text of an element; `br` and the edges of blocks, which some pages put around each line, are line breaks. */
function linesOf(node: HtmlNode): string {
  if (!isElement(node)) return node.textContent ?? '';
  if (tagOf(node) === 'br') return '\n';
  let text = '';
  let isNewLine = false;
  for (const child of childrenOf(node)) {
    const part = linesOf(child);
    if ((isNewLine || (isBlock(child) && text !== '')) && !text.endsWith('\n')) text += '\n';
    text += part;
    isNewLine = isBlock(child);
  }
  return text;
}

/** More backticks than any run of them in the code, and at least three (CommonMark, section 4.5). */
function fenceAround(code: string): string {
  const longest = Math.max(2, ...Array.from(code.matchAll(/`+/g), ([run]) => run.length));
  return '`'.repeat(longest + 1);
}

/** As the block editor writes it: no part of it is a shortcode, or a page to embed. */
function escapeForWordPress(code: string): string {
  return escapeHtml(code)
    .replaceAll('[', '&#91;')
    .replace(/^(\s*https?:)\/\/([^\s<>"]+\s*)$/gmu, '$1&#47;&#47;$2');
}

export const codeBlock: DocumentNode = {
  extension: CodeBlock,
  label: saying('Code block'),
  blockId: 'kept',
  toMarkdown(state, node) {
    const fence = fenceAround(node.textContent);
    state.write(`${fence}${tidyLanguage(node.attrs['language']) ?? ''}\n`);
    state.text(node.textContent, false);
    state.write('\n');
    state.write(fence);
    state.closeBlock(node);
  },
  fromMarkdown: {
    fence: {
      block: 'codeBlock',
      noCloseToken: true,
      getAttrs: ({ info }) => ({ language: tidyLanguage(/\S+/u.exec(info)?.[0]) }),
    },
    code_block: { block: 'codeBlock', noCloseToken: true },
  },
  /** Code is not running text: a listing makes no story longer to read. */
  countedText: () => '',
  cms: {
    wordpress: {
      blocks: ['code'],
      write: (node: DocumentTree, post) => {
        const language = tidyLanguage(node.attrs['language']);
        const className = language === null ? null : `language-${language}`;
        const code = spanned(saidDirection(node, post), escapeForWordPress(withLastLine(node.textContent)));
        return wordpressBlock(
          'code',
          className === null ? {} : { className },
          `<pre class="wp-block-code${className === null ? '' : ` ${className}`}"><code>${code}</code></pre>`,
        );
      },
    },
  },
};
