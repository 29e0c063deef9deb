import { keydownHandler } from '@tiptap/pm/keymap';
import type { Command } from '@tiptap/pm/state';
import { useEffect } from 'react';
import { takeBackAround } from '#renderer/base/commands/ownUndo';
import type { OpenArticle } from '../openArticle';
import { stepHistory } from './stepHistory';
import type { HistoryWay } from './stepHistory';

const inputTypes: Readonly<Record<string, HistoryWay>> = { historyUndo: 'undo', historyRedo: 'redo' };

/**
 * One history for the whole article: wherever in it the focus is, undo and redo are the article's, by keys, by menu
 * and by the system's own commands in a field, whose own history would conflict with it.
 */
export function useHistoryKeys(article: OpenArticle): void {
  useEffect(() => {
    const stepping =
      (way: HistoryWay): Command =>
      () => {
        step(article, way);
        return true;
      };
    const keys = keydownHandler({
      'Mod-z': stepping('undo'),
      'Mod-Shift-z': stepping('redo'),
      'Mod-y': stepping('redo'),
    });
    const onKeyDown = (event: KeyboardEvent): void => {
      const editor = article.editor.get();
      if (editor && isInArticle(event.target) && keys(editor.view, event)) take(event);
    };
    const onBeforeInput = (event: InputEvent): void => {
      const way = inputTypes[event.inputType];
      if (!way || !isInArticle(event.target)) return;
      take(event);
      step(article, way);
    };
    window.addEventListener('keydown', onKeyDown, true);
    window.addEventListener('beforeinput', onBeforeInput, true);
    return () => {
      window.removeEventListener('keydown', onKeyDown, true);
      window.removeEventListener('beforeinput', onBeforeInput, true);
    };
  }, [article]);
}

/** A part of the window with something of its own to undo comes first, as the list does after a move to the trash. */
function step(article: OpenArticle, way: HistoryWay): void {
  if (way === 'redo' || !takeBackAround(document.activeElement)) stepHistory(article, way);
}

function take(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

/** The menu's undo: in a field of something else, such as the search, it is that field's own history. */
export function stepByMenu(article: OpenArticle, way: HistoryWay): void {
  const { activeElement } = document;
  if (isInArticle(activeElement)) step(article, way);
  else if (activeElement?.matches('input, textarea')) document.execCommand(way);
}

/**
 * Whether undo is the article's where the focus is: not in a dialog, nor in a field of something else, such as the
 * search. A half-typed hashtag is not the article's yet.
 */
function isInArticle(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || target.closest('dialog, [role=dialog]')) return false;
  if (!target.matches('input, textarea, [contenteditable=true]')) return true;
  if (target instanceof HTMLInputElement && target.dataset['field'] === 'hashtags')
    return target.value === '';
  return target.closest('[data-pane=editor], [data-pane=inspector]') !== null;
}
