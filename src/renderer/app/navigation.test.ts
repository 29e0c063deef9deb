import { describe, expect, it } from 'vitest';
import { listing, move, START } from './navigation';

const section = '01890000-0000-7000-8000-000000000001';

describe('finding the way', () => {
  it('leaves the open article open when another desk is shown', () => {
    const open = move(START, { kind: 'open', articleId: section });
    expect(move(open, { kind: 'view', view: 'ready' })).toEqual({ ...open, view: 'ready' });
  });

  it('shows a section over all desks, and a desk over all sections', () => {
    const inSection = move(START, { kind: 'section', sectionId: section });
    expect(listing(inSection)).toEqual({ view: 'all', sectionId: section, query: '' });
    expect(listing(move(inSection, { kind: 'view', view: 'draft' })).sectionId).toBeNull();
  });

  it('searches every desk, and comes back to where it was when the search is emptied', () => {
    const inSection = move(START, { kind: 'section', sectionId: section });
    const searching = move(inSection, { kind: 'search', query: ' ferry ' });
    expect(listing(searching)).toEqual({ view: 'all', sectionId: null, query: 'ferry' });
    expect(listing(move(searching, { kind: 'search', query: ' ' }))).toEqual(listing(inSection));
  });

  it('searches the trash by itself', () => {
    const trash = move(START, { kind: 'view', view: 'trash' });
    expect(listing(move(trash, { kind: 'search', query: 'ferry' })).view).toBe('trash');
  });
});
