import { describe, expect, it } from 'vitest';
import { outboxWords, syncWords } from './syncWords';

const now = new Date(2026, 10, 22, 14, 3).getTime();
const earlier = new Date(2026, 10, 22, 11, 40).getTime();

describe('how an article stands with a site', () => {
  it('says that what waits is safe, and why it waits', () => {
    const waiting = { kind: 'waiting', attempts: 1, nextAttemptAt: now, failure: null } as const;
    const failure = { code: 'no_answer', message: 'The site did not answer.' };
    expect(syncWords(waiting, false, now).text).toContain('Offline. It waits here, safe');
    expect(syncWords({ ...waiting, failure }, true, now).text).toBe(
      'The site did not answer. It is tried again by itself.',
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
    expect(outboxWords({ online: false, waiting: 4 })).toBe('Offline, 4 changes wait');
    expect(outboxWords({ online: true, waiting: 1 })).toBe('Online, 1 change waits');
    expect(outboxWords({ online: true, waiting: 0 })).toBe('Online');
  });
});
