import { beforeEach, describe, expect, it } from 'vitest';
import { NutgrafError } from '#shared/domain/failure';
import { currentNotices, dismissNotice, showNotice, reportProblem } from './notices';

const texts = () => currentNotices().map((notice) => notice.text);

describe('notices over the panes', () => {
  beforeEach(() => currentNotices().forEach((notice) => dismissNotice(notice.topic)));

  it('shows a failure in its own words, once', () => {
    const full = new NutgrafError('disk_full', 'The disk is full. Your text is kept here.');
    reportProblem(full);
    reportProblem(full);
    expect(currentNotices()).toMatchObject([{ tone: 'bad', text: full.message }]);
  });

  it('keeps one notice a topic, the last', () => {
    showNotice({ topic: 'disk', tone: 'bad', text: 'The disk is full.' });
    showNotice({ topic: 'import', tone: 'info', text: 'Two articles were imported.' });
    showNotice({ topic: 'disk', tone: 'ok', text: 'There is room again.' });
    expect(texts()).toEqual(['Two articles were imported.', 'There is room again.']);
  });
});
