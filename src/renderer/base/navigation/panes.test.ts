import { describe, expect, it } from 'vitest';
import { nextPane, paneNames } from './panes';

describe('going round the panes', () => {
  it('goes forwards and backwards and round the ends', () => {
    expect(nextPane('list', 1, paneNames)).toBe('editor');
    expect(nextPane('rail', -1, paneNames)).toBe('status');
    expect(nextPane('status', 1, paneNames)).toBe('rail');
  });

  it('passes over panes that are closed', () => {
    expect(nextPane('editor', 1, ['rail', 'editor', 'status'])).toBe('status');
  });

  it('starts at the end it comes from when no pane has the focus', () => {
    expect(nextPane(null, 1, paneNames)).toBe('rail');
    expect(nextPane(null, -1, paneNames)).toBe('status');
    expect(nextPane(null, 1, [])).toBeNull();
  });
});
