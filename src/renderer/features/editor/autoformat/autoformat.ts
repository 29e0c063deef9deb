import { Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import type { Schema } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Transform } from '@tiptap/pm/transform';
import type { EditorView } from '@tiptap/pm/view';
import { blockRule, fenceRule } from './blockRules';
import { markRules, linkAt } from './markRules';
import type { Rule } from './rule';

/** The rules, by the key that may complete what they look for. */
function rulesOf(schema: Schema): ReadonlyMap<string, readonly Rule[]> {
  const others = { ' ': [blockRule, (state: EditorState) => linkAt(state, ' ')], '-': [blockRule] };
  const rules = new Map<string, readonly Rule[]>(Object.entries(others));
  for (const [key, rule] of Object.entries(markRules(schema)))
    rules.set(key, [...(rules.get(key) ?? []), rule]);
  return rules;
}

/** The latest formatting, as long as nothing else has happened since. */
const made = new PluginKey<Transform | null>('autoformat');

/**
 * Formats as you type. What is typed goes into the text first, and formatting it is a separate step: one Backspace
 * right after it, or an undo, gives back exactly what was typed. Nothing is formatted during composition.
 */
export const Autoformat = Extension.create<{ readonly isOn: () => boolean }>({
  name: 'autoformat',
  priority: 1001,
  addOptions: () => ({ isOn: () => true }),

  addKeyboardShortcuts() {
    return {
      Backspace: () => takeBack(this.editor.view),
      Enter: () => {
        if (!this.options.isOn()) return false;
        if (fence(this.editor.view)) return true;
        linkBehind(this.editor.view);
        return false;
      },
    };
  },

  addProseMirrorPlugins() {
    const { isOn } = this.options;
    const rules = rulesOf(this.editor.schema);
    return [
      new Plugin<Transform | null>({
        key: made,
        state: { init: () => null, apply: remember },
        props: {
          handleTextInput(view, from, to, text) {
            const fitting = rules.get(text);
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

function fence(view: EditorView): boolean {
  const transaction = view.state.selection.empty ? fenceRule(view.state) : null;
  if (transaction) dispatchAlone(view, transaction.scrollIntoView());
  return transaction !== null;
}

function dispatchAlone(view: EditorView, transaction: Transaction): void {
  view.dispatch(closeHistory(transaction).setMeta(made, transaction));
}

/** Enter ends an address too. The line is broken first, so that the link alone can be undone. */
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

/** What was appended, such as the ids of new blocks, is undone with it. */
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
