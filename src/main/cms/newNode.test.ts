import { Editor, type JSONContent, Mark, Node } from '@tiptap/core';
import { EditorState, NodeSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { wordpressBlock } from '#shared/document/cms/wordpress';
import { withBlockIds, withoutIds } from '#shared/document/blockId';
import { countWords } from '#shared/document/countWords';
import { documentJsonOf } from '#shared/document/document';
import type { DocumentMark, DocumentNode } from '#shared/document/documentNode';
import { htmlReader } from '#shared/document/fromHtml';
import { fromMarkdown, markdownReader } from '#shared/document/fromMarkdown';
import type { HtmlElement } from '#shared/document/html';
import { moveSelected } from '#shared/document/moveBlock';
import { marks } from '#shared/document/marks';
import { nodes } from '#shared/document/nodes';
import { normalise } from '#shared/document/normalise';
import { documentKit } from '#shared/document/schema';
import { toHtml } from '#shared/document/toHtml';
import { toMarkdown } from '#shared/document/toMarkdown';
import { toPlainText } from '#shared/document/toPlainText';
import { htmlDom } from '../dom/parseHtml';
import { toBlocks, unknownBlocks } from './adapters/wordpress/blocks';
import { blockDifferences } from './compare/differences';

/** The whole folder of a new node: a question for the reader. */
const poll: DocumentNode = {
  extension: Node.create({
    name: 'poll',
    group: 'block',
    atom: true,
    addAttributes: () => ({ question: { default: '', rendered: false, parseHTML: () => null } }),
    parseHTML: () => [
      {
        tag: 'form[data-question]',
        getAttrs: (form: HtmlElement) => ({ question: form.getAttribute('data-question') }),
      },
    ],
    renderHTML: ({ node }) => ['form', { 'data-question': String(node.attrs['question']) }],
  }),
  label: () => 'Poll',
  blockId: 'kept',
  toMarkdown(state, node) {
    state.write(`<!-- poll ${String(node.attrs['question'])} -->`);
    state.closeBlock(node);
  },
  fromComment: (comment) => {
    const question = /^<!-- poll (.+) -->$/u.exec(comment)?.[1];
    return question === undefined ? null : { question };
  },
  plainText: ({ attrs }) => String(attrs['question']),
  countedText: ({ attrs }) => String(attrs['question']),
  toldAs: ({ question }) => [String(question)],
  movesByKey: () => true,
  cms: {
    wordpress: {
      blocks: ['example/poll'],
      write: ({ attrs }) => wordpressBlock('example/poll', { question: String(attrs['question']) }, ''),
    },
  },
  normalise: (attrs) =>
    attrs['question'] === String(attrs['question']).trim()
      ? attrs
      : { ...attrs, question: String(attrs['question']).trim() },
};

/** An inline node: the result of a match. */
const score: DocumentNode = {
  extension: Node.create({
    name: 'score',
    group: 'inline',
    inline: true,
    atom: true,
    addAttributes: () => ({ result: { default: '', rendered: false, parseHTML: () => null } }),
    parseHTML: () => [
      {
        tag: 'data[value]',
        getAttrs: (data: HtmlElement) => ({ result: data.getAttribute('value') }),
      },
    ],
    renderHTML: ({ node }) => ['data', { value: String(node.attrs['result']) }],
  }),
  label: () => 'Score',
  toMarkdownInLine: ({ result }) => `<!-- score ${String(result)} -->`,
  fromComment: (comment) => {
    const result = /^<!-- score (\d+:\d+) -->$/u.exec(comment)?.[1];
    return result === undefined ? null : { result };
  },
  plainText: ({ attrs }) => String(attrs['result']),
};

/** The whole of a new mark: small print. */
const small: DocumentMark = {
  extension: Mark.create({
    name: 'small',
    parseHTML: () => [{ tag: 'small' }],
    renderHTML: () => ['small', 0],
  }),
  toMarkdown: { kind: 'pair', open: '<small>', close: () => '</small>' },
};

/** The lines of the registries. */
const kit = documentKit({ ...nodes, poll, score }, { ...marks, small });
const { schema } = kit;
const p = (...content: readonly Parameters<typeof schema.text>[0][]) =>
  schema.node(
    'paragraph',
    null,
    content.map((text) => schema.text(text)),
  );
const ask = (question: string) => schema.node('poll', { question });
const story = schema.node('doc', null, [
  p('Two words.'),
  ask('Should the ferry run at night?'),
  schema.node('bulletList', null, [schema.node('listItem', null, [p('One'), ask('In a list?')])]),
]);
const inLine = schema.node('doc', null, [
  schema.node('paragraph', null, [
    schema.text('They won '),
    schema.node('score', { result: '3:1' }, undefined, [schema.mark('bold')]),
    schema.text(' at home.'),
  ]),
  schema.node('paragraph', null, [schema.node('score', { result: '0:0' })]),
]);

const [little, under] = [schema.mark('small'), schema.mark('underline')];
const marked = schema.node('doc', null, [
  schema.node('paragraph', null, [
    schema.text('All of '),
    schema.text('this ', [little]),
    schema.text('and', [little, under]),
    schema.text(' that', [under]),
    schema.text(', and </small> <small>, alone.'),
  ]),
]);

test.each([
  ['a block', story],
  ['a node in a line', inLine],
  ['a mark', marked],
])('%s is written in Markdown and in HTML, and read back from both', (_, doc) => {
  expect(markdownReader(schema)(toMarkdown(doc)).toJSON()).toEqual(doc.toJSON());
  expect(htmlReader(schema).fromHtml(toHtml(doc), htmlDom).toJSON()).toEqual(doc.toJSON());
});

test('its Markdown and its HTML are what its folder says', () => {
  expect(toMarkdown(story)).toContain('\n<!-- poll Should the ferry run at night? -->\n');
  expect(toHtml(story)).toContain('\n<form data-question="Should the ferry run at night?"></form>\n');
  expect(toMarkdown(inLine)).toBe('They won **<!-- score 3:1 -->** at home.\n\n<!-- score 0:0 -->\n');
});

test('a mark without its pair is text, and in what a story of another kit says each is', () => {
  const paragraph = (markdown: string) => markdownReader(schema)(markdown).child(0);
  const told = (markdown: string) =>
    paragraph(markdown).children.map(({ text, marks: on }) => [text, on.length]);
  expect(told('a <small>b')).toEqual([['a <small>b', 0]]);
  expect(told('a </small>b <SMALL>c</small>')).toEqual([
    ['a </small>b ', 0],
    ['c', 1],
  ]);
  expect(fromMarkdown('a <small>b</small>').textContent).toBe('a <small>b</small>');
});

test('its text is the story’s, and its words count as it says', () => {
  expect(toPlainText(story)).toBe('Two words.\n\nShould the ferry run at night?\n\nOne\n\nIn a list?');
  expect(countWords(story)).toBe(12);
  expect(toPlainText(inLine)).toBe('They won 3:1 at home.\n\n0:0');
});

test('it has an id of its own, which a fingerprint leaves out', () => {
  const [, block] = withBlockIds(story, () => `new${Math.random()}`).children;
  expect(block?.attrs['id']).toMatch(/^new/u);
  const json = documentJsonOf(withBlockIds(story));
  expect(withoutIds(json, schema).content?.[1]?.attrs).toEqual({
    question: 'Should the ferry run at night?',
  });
});

test('it has a normal form', () => {
  const loose = schema.node('doc', null, [ask(' Yes? ')]);
  expect(normalise(loose).child(0).attrs['question']).toBe('Yes?');
});

test('a difference names it, and tells it by its words', () => {
  const [before, after] = ['Yes?', 'No?'].map((question) => schema.node('doc', null, [ask(question)]));
  expect(before && after && blockDifferences(before, before, after)).toEqual([
    { where: 'Poll 1', kind: 'block', base: 'Yes?', ours: 'Yes?', theirs: 'No?' },
  ]);
});

test('each CMS has it as its folder says, and knows it again; one that says nothing goes as HTML', () => {
  const post = toBlocks(story, new Map());
  expect(post).toContain('<!-- wp:example/poll {"question":"Should the ferry run at night?"} -->');
  expect(unknownBlocks(post, schema)).toEqual([]);
  expect(unknownBlocks(post)).toEqual(['example/poll', 'html']);
  expect(toBlocks(inLine, new Map())).toContain(
    'They won <strong><data value="3:1"></data></strong> at home.',
  );
  const inSmall = toBlocks(marked, new Map());
  expect(inSmall).toContain('All of <small>this');
  expect(htmlReader(schema).fromHtml(inSmall, htmlDom).toJSON()).toEqual(marked.toJSON());
});

test('keys move it where its folder says so', () => {
  let state = EditorState.create({
    doc: story,
    selection: NodeSelection.create(story, story.child(0).nodeSize),
  });
  expect(moveSelected('up')(state, (tr) => (state = state.apply(tr)))).toBe(true);
  expect(state.doc.children.map(({ type }) => type.name)).toEqual(['poll', 'paragraph', 'bulletList']);
});

test('an editor of the kit has it', () => {
  const content = documentJsonOf(story) as JSONContent;
  const editor = new Editor({ element: null, extensions: [...kit.extensions], content });
  expect(editor.commands.insertContentAt(0, { type: 'poll', attrs: { question: 'Yes?' } })).toBe(true);
  const { type, attrs } = editor.state.doc.child(0);
  expect([type.name, attrs['question']]).toEqual(['poll', 'Yes?']);
});
