import { describe, expect, it } from 'vitest';
import { EMPTY_CONTEXT } from '#shared/commands/commandContext';
import { commandIds, isEnabled } from '#shared/commands';
import { matchCommands } from './matchCommands';

const everything = { article: true, trashed: false, editing: true, account: true, modal: false };

describe('the commands of the palette', () => {
  it('are all that can be run, in the menu’s order, when nothing is typed', () => {
    const runnable = commandIds.filter((id) => id !== 'palette.open' && isEnabled(id, EMPTY_CONTEXT));
    expect(matchCommands(' ', EMPTY_CONTEXT)).toEqual(runnable);
  });

  it('are found by the beginnings of their words, the nearest first', () => {
    expect(matchCommands('imp', everything)).toEqual(['import.files', 'import.report']);
    expect(matchCommands('ed sect', everything)).toEqual(['sections.edit']);
    expect(matchCommands('THEME DARK', everything)).toEqual(['view.themeDark']);
    expect(matchCommands('link', everything)).toEqual(['format.link']);
    expect(matchCommands('xyzzy', everything)).toEqual([]);
  });

  it('leave out what cannot be run', () => {
    expect(matchCommands('bold', EMPTY_CONTEXT)).toEqual([]);
    expect(matchCommands('put back', { ...everything, trashed: true })).toEqual(['article.restore']);
  });
});
