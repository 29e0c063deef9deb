import { describe, expect, it } from 'vitest';
import { type Listed, listing, move, type Place, START } from './navigation';

const section = '01890000-0000-7000-8000-000000000001';

describe('finding the way', () => {
  it('leaves the open article open when another view is shown', () => {
    const open = move(START, { kind: 'open', articleId: section });
    expect(move(open, { kind: 'view', view: 'ready' })).toEqual({ ...open, view: 'ready' });
  });

  it('shows a section over all views, and a view over all sections', () => {
    const inSection = move(START, { kind: 'section', sectionId: section });
    expect(listing(inSection)).toEqual({ view: 'all', sectionId: section, query: '' });
    expect(listing(move(inSection, { kind: 'view', view: 'draft' })).sectionId).toBeNull();
  });

  it('searches everywhere, and comes back to where it was when the search is emptied', () => {
    const inSection = move(START, { kind: 'section', sectionId: section });
    const searching = move(inSection, { kind: 'search', query: ' ferry ' });
    expect(listing(searching)).toEqual({ view: 'all', sectionId: null, query: 'ferry' });
    expect(listing(move(searching, { kind: 'search', query: ' ' }))).toEqual(listing(inSection));
  });

  it('searches the trash separately', () => {
    const trash = move(START, { kind: 'view', view: 'trash' });
    expect(listing(move(trash, { kind: 'search', query: 'ferry' })).view).toBe('trash');
  });

  const made = { id: 'x', status: 'draft', sectionId: null, trashedAt: null } as const;
  const reveal = (from: Place, article: Listed) => listing(move(from, { kind: 'reveal', article }));

  it('shows the list that an article stands in that was just made or brought up', () => {
    const inSection = move(START, { kind: 'section', sectionId: section });
    const searching = move(inSection, { kind: 'search', query: 'ferry' });
    const inTrash = move(START, { kind: 'view', view: 'trash' });
    const drafts = { view: 'draft', sectionId: null, query: '' };
    for (const from of [START, inSection, searching, inTrash]) expect(reveal(from, made)).toEqual(drafts);
    expect(reveal(START, { ...made, status: 'ready' }).view).toBe('ready');
    expect(reveal(START, { ...made, status: 'killed' }).view).toBe('all');
    expect(reveal(START, { ...made, trashedAt: 1 }).view).toBe('trash');
    expect(move(START, { kind: 'reveal', article: made }).articleId).toBe('x');
  });

  it('leaves the list as it is where the article is in it', () => {
    const inSection = move(START, { kind: 'section', sectionId: section });
    expect(reveal(inSection, { ...made, sectionId: section })).toEqual(listing(inSection));
    const all = move(START, { kind: 'view', view: 'all' });
    expect(reveal(all, made)).toEqual(listing(all));
  });
});
