import type { Attrs, Node, NodeType } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { isCode } from '#shared/document/documentNode';
import { canJoin, findWrapping } from '@tiptap/pm/transform';
import type { Rule } from './rule';
import { restOfLine, typedBefore } from './rule';

/** What turns a line into another kind of block when typed at its start. */
const starts: readonly {
  readonly typed: RegExp;
  readonly format: (state: EditorState, sign: string) => Transaction | null;
}[] = [
  { typed: /^(#{2,4}) $/, format: (state, sign) => crosshead(state, sign.length) },
  { typed: /^(>) $/, format: quote },
  { typed: /^([-+*]) $/, format: bullets },
  { typed: /^(\d{1,9})\. $/, format: (state, sign) => numbered(state, Number(sign)) },
  { typed: /^```([\w+#.-]{0,30}) $/, format: codeBlock },
  { typed: /^(---|\*\*\* |___ )$/, format: rule },
];

export const blockRule: Rule = (state) => {
  const before = typedBefore(state);
  const { parent } = state.selection.$from;
  if (!parent.inlineContent || isCode(parent.type)) return null;
  for (const { typed, format } of starts) {
    const sign = typed.exec(before)?.[1];
    if (sign !== undefined) return format(state, sign);
  }
  return null;
};

/** Enter behind a fence makes the block too, if nothing else is in the paragraph. */
export const fenceRule: Rule = (state) => {
  const language = /^```([\w+#.-]{0,30})$/.exec(typedBefore(state))?.[1];
  return language === undefined || restOfLine(state) !== '' ? null : codeBlock(state, language);
};

function codeBlock(state: EditorState, language: string): Transaction | null {
  const { $from } = state.selection;
  const type = state.schema.nodes['codeBlock'];
  if (!type || $from.parent.type.name !== 'paragraph') return null;
  if (!$from.node(-1).canReplaceWith($from.index(-1), $from.indexAfter(-1), type)) return null;
  const id: unknown = $from.parent.attrs['id'];
  const tr = state.tr.delete($from.start(), $from.pos);
  const attrs = { id, language: language === '' ? null : language };
  return tr.setBlockType($from.start(), $from.start(), type, attrs);
}

function crosshead(state: EditorState, level: number): Transaction | null {
  const { $from } = state.selection;
  const type = state.schema.nodes['heading'];
  if (!type || !$from.node(-1).canReplaceWith($from.index(-1), $from.indexAfter(-1), type)) return null;
  const id: unknown = $from.parent.attrs['id'];
  const tr = state.tr.delete($from.start(), $from.pos);
  return tr.setBlockType($from.start(), $from.start(), type, { id, level });
}

/** News text has no quotes within quotes: the sign stays a sign. */
function quote(state: EditorState): Transaction | null {
  const { $from } = state.selection;
  const isQuoted = Array.from({ length: $from.depth }, (_, depth) => $from.node(depth).type.name);
  return isQuoted.includes('blockquote') ? null : wrap(state, 'blockquote', null, () => false);
}

function bullets(state: EditorState, sign: string): Transaction | null {
  return lineOfSigns(state, sign) ?? wrap(state, 'bulletList', null, () => true);
}

/** Separated signs, as in `* * *`, are a line of signs: the list made by the first one was a mistake. */
function lineOfSigns(state: EditorState, sign: string): Transaction | null {
  const { $from } = state.selection;
  const list = $from.depth < 2 ? null : $from.node(-2);
  const isNew = list?.type.name === 'bulletList' && list.childCount === 1 && $from.node(-1).childCount === 1;
  if (!isNew || restOfLine(state) !== '') return null;
  const line = $from.parent.type.create($from.parent.attrs, state.schema.text(`${sign} ${sign} `));
  const start = $from.before(-2);
  const tr = state.tr.replaceWith(start, $from.after(-2), line);
  return tr.setSelection(TextSelection.create(tr.doc, start + 1 + line.content.size)).scrollIntoView();
}

/** A list starts at 1 or continues the list before it; any other number, such as a year, is a number. */
function numbered(state: EditorState, start: number): Transaction | null {
  const { $from } = state.selection;
  const siblings = $from.node(-1).children.slice(0, $from.index(-1));
  const last = siblings.findLast(({ type }) => type.name === 'orderedList');
  if (start !== 1 && (last === undefined || nextNumber(last) !== start)) return null;
  return wrap(state, 'orderedList', { start }, (list) => nextNumber(list) === start);
}

function nextNumber(list: Node): number {
  return Number(list.attrs['start']) + list.childCount;
}

/** Puts the line into a new block, or into the one just before if that is of its kind and `joins`. */
function wrap(
  state: EditorState,
  name: string,
  attrs: Attrs | null,
  joins: (before: Node) => boolean,
): Transaction | null {
  const { $from } = state.selection;
  const type: NodeType | undefined = state.schema.nodes[name];
  if (!type || $from.parent.type.name !== 'paragraph') return null;
  const start = $from.start();
  const tr = state.tr.delete(start, $from.pos);
  const range = tr.doc.resolve(start).blockRange();
  const wrapping = range && findWrapping(range, type, attrs);
  if (!range || !wrapping) return null;
  tr.wrap(range, wrapping);
  const before = tr.doc.resolve(start - 1).nodeBefore;
  if (before?.type === type && joins(before) && canJoin(tr.doc, start - 1)) tr.join(start - 1);
  return tr;
}

function rule(state: EditorState): Transaction | null {
  const { $from } = state.selection;
  const type = state.schema.nodes['horizontalRule'];
  const index = $from.index(-1);
  if (!type || restOfLine(state) !== '' || $from.parent.type.name !== 'paragraph') return null;
  if (!$from.node(-1).canReplaceWith(index, index, type)) return null;
  const tr = state.tr.delete($from.start(), $from.pos);
  return tr.insert($from.before(), type.create()).scrollIntoView();
}
