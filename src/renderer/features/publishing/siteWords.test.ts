import { describe, expect, it } from 'vitest';
import { outboxWords, syncWords, doubleWords } from './siteWords';

const now = new Date(2026, 10, 22, 14, 3).getTime();
const earlier = new Date(2026, 10, 22, 11, 40).getTime();

describe('how an article stands with a site', () => {
  it('says that what waits is safe, and why it waits', () => {
    const waiting = { kind: 'waiting', attempts: 1, nextAttemptAt: now, failure: null } as const;
    const failure = { code: 'no_answer', message: 'The site did not answer.' };
    expect(syncWords(waiting, false, now).text).toContain('Offline. It is safe here');
    expect(syncWords({ ...waiting, failure }, true, now).text).toBe(
      'The site did not answer. Nutgraf will try again automatically.',
    );
  });

  it('tells a text that the site has from one that was changed since', () => {
    expect(syncWords({ kind: 'synced', at: earlier, changedSince: false }, true, now)).toEqual({
      tone: 'ok',
      text: 'Sent 11:40. The site has this text.',
    });
    expect(syncWords({ kind: 'synced', at: earlier, changedSince: true }, true, now).text).toContain(
      'Changed here',
    );
  });

  it('says that nothing was overwritten by a conflict', () => {
    const conflict = { kind: 'conflict', at: now, differences: [] } as const;
    expect(syncWords(conflict, true, now).text).toContain('nothing was overwritten');
  });

  it('counts what waits', () => {
    expect(outboxWords({ online: false, waiting: 4 })).toBe('Offline, 4 changes waiting');
    expect(outboxWords({ online: true, waiting: 1 })).toBe('Online, 1 change waiting');
    expect(outboxWords({ online: true, waiting: 0 })).toBe('Online');
  });
});

const url = 'https://example.org/?p=15';

it('says which post is used, which is the extra one, and that nothing is deleted automatically', () => {
  const words = doubleWords({ remoteId: '12', doubles: [{ remoteId: '15', url }] });
  expect(words).toContain('a second post for this article: number 15.');
  expect(words).toContain('Your text is safe here. Nutgraf keeps using post number 12.');
  expect(words).toContain('delete it there: Nutgraf never deletes anything on a site.');
});

it('names each of several, and no post of ours where there is none', () => {
  const doubles = ['15', '16'].map((remoteId) => ({ remoteId, url }));
  const words = doubleWords({ remoteId: null, doubles });
  expect(words).toContain('more posts for this article: number 15 and number 16.');
  expect(words).not.toContain('goes on');
  expect(words).toContain('delete them there');
});
