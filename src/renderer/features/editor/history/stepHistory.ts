import type { Editor } from '@tiptap/core';
import { redoNoScroll, undoNoScroll } from '@tiptap/pm/history';
import { NodeSelection } from '@tiptap/pm/state';
import type { Transaction } from '@tiptap/pm/state';
import { AttrStep } from '@tiptap/pm/transform';
import { afterComposition } from '#renderer/base/composition';
import type { Story } from '../autosave/story';
import type { RunningAutosave } from '../autosave/runAutosave';
import { changedPart } from '../fields/changedPart';
import { showText } from '../fields/useLiveText';
import type { OpenArticle } from '../openArticle';
import { NODE_FIELD } from '../views/nodeFieldEvents';
import { carriedOver } from './carriedOver';
import { FieldStep } from './changeFields';
import type { StoryField } from './changeFields';
import { isHistoryStep } from './wordsInHistory';

export type HistoryWay = 'undo' | 'redo';

const commands = { undo: undoNoScroll, redo: redoNoScroll } as const;

/**
 * Undoes or redoes the latest change to the article, wherever it was made, and moves the focus there. Changes that
 * another writer has overtaken meanwhile are skipped.
 */
export function stepHistory(article: OpenArticle, way: HistoryWay): void {
  afterComposition(() => stepNow(article, way));
}

function stepNow(article: OpenArticle, way: HistoryWay): void {
  const editor = article.editor.get();
  if (!editor?.isEditable) return;
  for (let step = nextStep(editor, way); step; step = nextStep(editor, way)) {
    const before = { doc: editor.state.doc, story: article.autosave.state().story };
    const goTo = placeOf(article, editor, step);
    editor.view.dispatch(step);
    if (editor.state.doc === before.doc && article.autosave.state().story === before.story) continue;
    goTo();
    return;
  }
}

function nextStep(editor: Editor, way: HistoryWay): Transaction | null {
  const made: Transaction[] = [];
  commands[way](editor.state, (transaction) => made.push(transaction));
  return made[0] ?? null;
}

/** Restores the fields affected by a history step. Returns the function that stops it. */
export function followFields(editor: Editor, autosave: RunningAutosave): void {
  editor.on('transaction', ({ transaction }) => {
    if (!isHistoryStep(transaction)) return;
    for (const step of transaction.steps) {
      if (!(step instanceof FieldStep)) continue;
      const { field, was, becomes } = step;
      const made = carriedOver(was, becomes, autosave.state().story[field]);
      if (made) autosave.edit({ [field]: made.value });
    }
  });
}

/** Where a history step is about to change something: the function it returns moves the focus there once it has. */
function placeOf({ autosave }: OpenArticle, editor: Editor, step: Transaction): () => void {
  const last = step.steps.at(-1);
  if (last instanceof FieldStep) {
    const { field, was, becomes } = last;
    const isWritten = was !== null && becomes !== null;
    return goToField(fieldElement(field, isWritten), () => textOf(autosave.state().story[field]));
  }
  if (last instanceof AttrStep) {
    const element = nodeField(editor, last.pos, last.attr);
    if (element) return goToField(element, () => String(editor.state.doc.nodeAt(last.pos)?.attrs[last.attr]));
    return () => selectNode(editor, last.pos);
  }
  step.scrollIntoView();
  return () => editor.view.focus();
}

/** What a field's input shows: for a hold, its reason. */
function textOf(value: Story[StoryField]): string {
  if (typeof value === 'string') return value;
  return value !== null && typeof value === 'object' && 'reason' in value ? value.reason : '';
}

/**
 * The focused field, if the article shows it twice; null while it is not visible. A hold is switched in one input and
 * its reason written in another.
 */
function fieldElement(field: StoryField, isWritten: boolean): HTMLElement | null {
  const all = document.querySelectorAll<HTMLElement>(`[data-field="${field}"]:not(${NODE_FIELD})`);
  const seen = [...all].filter((element) => element.checkVisibility());
  const fitting = seen.filter((element) => isTextInput(element) === isWritten);
  const choice = fitting.length > 0 ? fitting : seen;
  return choice.find((element) => element === document.activeElement) ?? choice[0] ?? null;
}

function nodeField(editor: Editor, position: number, attribute: string): HTMLElement | null {
  const dom = editor.view.nodeDOM(position);
  return dom instanceof HTMLElement
    ? dom.querySelector<HTMLElement>(`${NODE_FIELD}[data-field="${attribute}"]`)
    : null;
}

function goToField(element: HTMLElement | null, text: () => string): () => void {
  const isText = isTextInput(element);
  const before = isText ? element.value : '';
  return () => {
    const now = text();
    (choiceIn(element, now) ?? element)?.focus();
    if (!isText) return;
    const caret = changedPart(before, now)?.after ?? now.length;
    showText(element, now);
    element.setSelectionRange(caret, caret);
  };
}

/** Of side-by-side choices, the selected one. */
function choiceIn(element: HTMLElement | null, value: string): HTMLElement | null {
  return element?.querySelector<HTMLElement>(`[role=radio][value="${CSS.escape(value)}"]`) ?? null;
}

/** Whether the element shows a field's text. The input for the next hashtag shows something else. */
function isTextInput(element: HTMLElement | null): element is HTMLInputElement | HTMLTextAreaElement {
  if (element instanceof HTMLTextAreaElement) return true;
  return (
    element instanceof HTMLInputElement && element.type === 'text' && element.dataset['field'] !== 'hashtags'
  );
}

function selectNode(editor: Editor, position: number): void {
  const { doc, tr } = editor.state;
  const node = doc.nodeAt(position);
  if (node && NodeSelection.isSelectable(node))
    editor.view.dispatch(tr.setSelection(NodeSelection.create(doc, position)).scrollIntoView());
  editor.view.focus();
}
