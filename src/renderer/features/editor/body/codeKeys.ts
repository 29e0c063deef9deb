import { Extension } from '@tiptap/core';
import { exitCode, newlineInCode } from '@tiptap/pm/commands';
import { type Command, type EditorState, Selection, TextSelection } from '@tiptap/pm/state';
import { isCode } from '#shared/document/documentNode';

/** How far Tab indents a line of code. */
const INDENT = '  ';

/** Whether the caret, or all of the selection, is in one code block. */
function isInCode({ selection: { $from, $to } }: EditorState): boolean {
  return $from.sameParent($to) && isCode($from.parent.type);
}

function isAtCodeEnd(state: EditorState): boolean {
  const { $from, empty } = state.selection;
  return empty && isInCode(state) && $from.parentOffset === $from.parent.content.size;
}

/** Enter behind two empty lines at the end of the code takes them away, and goes on under it. */
const leaveByEmptyLines: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if (!isAtCodeEnd(state) || !$from.parent.textContent.endsWith('\n\n')) return false;
  const tr = state.tr.delete($from.pos - 2, $from.pos);
  const under = tr.selection.$from.after();
  const next = tr.doc.resolve(under).nodeAfter;
  if (next?.type.name !== 'paragraph' || next.content.size > 0) {
    const paragraph = state.schema.nodes['paragraph']?.create();
    if (paragraph === undefined) return false;
    tr.insert(under, paragraph);
  }
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, under + 1)).scrollIntoView());
  return true;
};

const makeParagraphOfEmpty: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const { paragraph } = state.schema.nodes;
  if (!empty || paragraph === undefined || !isInCode(state) || $from.parent.content.size > 0) return false;
  const id: unknown = $from.parent.attrs['id'];
  dispatch?.(state.tr.setBlockType($from.pos, $from.pos, paragraph, { id }).scrollIntoView());
  return true;
};

/** Down from the last line goes on under the code, where nothing is yet. */
const leaveDown: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if (!isAtCodeEnd(state) || state.doc.resolve($from.after()).nodeAfter !== null) return false;
  return exitCode(state, dispatch);
};

/** Up from the first letter goes above code that nothing stands above. */
const leaveUp: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const paragraph = state.schema.nodes['paragraph']?.create();
  if (!empty || !isInCode(state) || $from.parentOffset > 0 || paragraph === undefined) return false;
  const above = $from.before();
  const index = $from.index(-1);
  if (index > 0 || !$from.node(-1).canReplaceWith(index, index, paragraph.type)) return false;
  const tr = state.tr.insert(above, paragraph);
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(above + 1))).scrollIntoView());
  return true;
};

/**
 * Indents the selected lines of code, or takes an indent away from each; without a selection, blanks go in at the
 * caret. False outside code.
 */
export function indentCode(isOut: boolean): Command {
  return (state, dispatch) => {
    if (!isInCode(state)) return false;
    const { $from, $to, empty } = state.selection;
    const { tr } = state;
    if (empty && !isOut) tr.insertText(INDENT);
    else {
      for (const line of linesBetween($from.parent.textContent, $from.parentOffset, $to.parentOffset)) {
        const at = tr.mapping.map($from.start() + line.start);
        const blanks = /^(?: {1,2}|\t)?/.exec(line.text)?.[0].length ?? 0;
        if (isOut && blanks > 0) tr.delete(at, at + blanks);
        if (!isOut && line.text !== '') tr.insertText(INDENT, at);
      }
    }
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

interface CodeLine {
  readonly start: number;
  readonly text: string;
}

/** The lines that a selection touches, each with its place in the code. */
function linesBetween(code: string, from: number, to: number): readonly CodeLine[] {
  let start = 0;
  return code.split('\n').flatMap((text) => {
    const line = { start, text };
    start += text.length + 1;
    return line.start <= to && line.start + text.length >= from ? [line] : [];
  });
}

/** What the keys do in a code block; below `Autoformat`, whose Backspace takes back what made the block. */
export const CodeKeys = Extension.create({
  name: 'codeKeys',
  priority: 999,
  addKeyboardShortcuts() {
    const { editor } = this;
    const run = (command: Command) => () => command(editor.state, editor.view.dispatch);
    return {
      Enter: run(leaveByEmptyLines),
      'Shift-Enter': run(newlineInCode),
      Backspace: run(makeParagraphOfEmpty),
      ArrowDown: run(leaveDown),
      ArrowUp: run(leaveUp),
    };
  },
});
