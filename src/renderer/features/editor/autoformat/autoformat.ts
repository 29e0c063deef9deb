import { Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import type { Transaction } from '@tiptap/pm/state';
import { Transform } from '@tiptap/pm/transform';
import type { EditorView } from '@tiptap/pm/view';
import { blockRule } from './blockRules';
import { linkAt } from './linkRule';
import { markRule } from './markRules';
import type { Rule } from './rule';

/** The rules by the key that may complete what they look for. */
const rules: Readonly<Record<string, readonly Rule[]>> = {
  ' ': [blockRule, (state) => linkAt(state, ' ')],
  '-': [blockRule],
  '*': [markRule],
  _: [markRule],
  '~': [markRule],
  '`': [markRule],
};

/** What was formatted last, as long as nothing else has happened since. */
const made = new PluginKey<Transform | null>('autoformat');

/**
 * Formats while someone types. What is typed is in the text first, and what is made of it is a step of its own: one
 * Backspace right after it, or an undo, gives back exactly what was typed. Nothing is formatted in a composition.
 */
export const Autoformat = Extension.create<{ readonly isOn: () => boolean }>({
  name: 'autoformat',
  priority: 1001,
  addOptions: () => ({ isOn: () => true }),

  addKeyboardShortcuts() {
    return {
      Backspace: () => takeBack(this.editor.view),
      Enter: () => {
        if (this.options.isOn()) linkBehind(this.editor.view);
        return false;
      },
    };
  },

  addProseMirrorPlugins() {
    const { isOn } = this.options;
    return [
      new Plugin<Transform | null>({
        key: made,
        state: { init: () => null, apply: remember },
        props: {
          handleTextInput(view, from, to, text) {
            const fitting = rules[text];
            if (fitting === undefined || view.composing || !isOn()) return false;
            view.dispatch(view.state.tr.insertText(text, from, to).scrollIntoView());
            format(view, fitting);
            return true;
          },
        },
      }),
    ];
  },
});

function format(view: EditorView, fitting: readonly Rule[]): void {
  const { selection } = view.state;
  if (!(selection instanceof TextSelection) || !selection.empty) return;
  for (const rule of fitting) {
    const transaction = rule(view.state);
    if (transaction) return dispatchAlone(view, transaction);
  }
}

function dispatchAlone(view: EditorView, transaction: Transaction): void {
  view.dispatch(closeHistory(transaction).setMeta(made, transaction));
}

/** Enter ends an address too. The line is broken first, so that the link can be taken back alone. */
function linkBehind(view: EditorView): void {
  const { selection } = view.state;
  const transaction = selection.empty ? linkAt(view.state, '') : null;
  const [step] = transaction?.steps ?? [];
  if (!step) return;
  const { $from } = selection;
  const before = $from.parent.textBetween(0, $from.parentOffset, null, '\n');
  queueMicrotask(() => {
    if (view.isDestroyed) return;
    const { doc, tr } = view.state;
    const line = doc.textBetween($from.start(), Math.min($from.pos, doc.content.size), null, '\n');
    if (line === before) dispatchAlone(view, tr.step(step));
  });
}

function remember(transaction: Transaction, before: Transform | null): Transform | null {
  const given = transaction.getMeta(made) as Transform | undefined;
  if (given) return given;
  const root = transaction.getMeta('appendedTransaction') as Transaction | undefined;
  if (before && root?.getMeta(made)) return followed(before, transaction);
  return transaction.docChanged || transaction.selectionSet ? null : before;
}

/** What was appended, as the ids of new blocks, is taken back with it. */
function followed(first: Transform, next: Transform): Transform {
  const both = new Transform(first.before);
  for (const step of [...first.steps, ...next.steps]) both.step(step);
  return both;
}

function takeBack(view: EditorView): boolean {
  const last = made.getState(view.state);
  if (!last) return false;
  const { tr } = view.state;
  for (let index = last.steps.length - 1; index >= 0; index -= 1) {
    const [step, doc] = [last.steps[index], last.docs[index]];
    if (step && doc) tr.step(step.invert(doc));
  }
  view.dispatch(tr.scrollIntoView());
  return true;
}
