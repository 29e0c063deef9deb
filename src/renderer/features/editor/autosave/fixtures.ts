import { blankContent } from '#shared/domain/article';
import type { Article, ArticlePatch, SaveResult, SentPatch } from '#shared/domain/article';
import type { DocumentJson } from '#shared/domain/documentJson';
import { differingFields, storyOf } from './story';

const ARTICLE_ID = '01900000-0000-7000-8000-000000000001';

export function bodyJson(text: string): DocumentJson {
  return {
    type: 'doc',
    content: [{ type: 'paragraph', attrs: { id: 'a' }, content: [{ type: 'text', text }] }],
  };
}

/** A body of several paragraphs, each with an id of its own. */
export function paragraphs(...texts: readonly string[]): DocumentJson {
  const content = texts.map((text, index) => ({
    type: 'paragraph',
    attrs: { id: `p${index}` },
    content: [{ type: 'text', text }],
  }));
  return { type: 'doc', content };
}

export function article(change: Partial<Article> = {}): Article {
  return {
    ...blankContent,
    id: ARTICLE_ID,
    headline: 'One',
    standfirst: '',
    kicker: '',
    byline: '',
    dateline: '',
    slug: '',
    sectionId: null,
    hashtags: [],
    body: bodyJson('First words'),
    language: '',
    direction: 'auto',
    status: 'draft',
    wordCount: 2,
    createdAt: 1,
    updatedAt: 1,
    trashedAt: null,
    version: 1,
    ...change,
  };
}

/** A store of one article that keeps every version, and counts the saves that are on their way. */
export function memoryStore(first: Article) {
  const versions = [first];
  const current = (): Article => versions.at(-1) ?? first;
  return {
    versions,
    current,
    write(patch: ArticlePatch, now: number): Article {
      const next = { ...current(), ...patch, updatedAt: now, version: current().version + 1 } as Article;
      versions.push(next);
      return next;
    },
    save(baseVersion: number, patch: SentPatch, now: number): SaveResult {
      const latest = current();
      const base = versions.find(({ version }) => version === baseVersion) ?? first;
      if (baseVersion !== latest.version)
        return {
          kind: 'stale',
          version: latest.version,
          changed: differingFields(storyOf(base), storyOf(latest)),
          current: latest,
        };
      const { version } = this.write(read(patch), now);
      return { kind: 'saved', version, savedAt: now, wordCount: 0 };
    },
  };
}

/** What a store makes of a patch that it was sent. */
const read = ({ body, ...patch }: SentPatch): ArticlePatch =>
  body === undefined ? patch : { ...patch, body: JSON.parse(body) as DocumentJson };

/** A clock that moves only when it is told to, and runs what is due on the way. */
export function manualClock() {
  let time = 1000;
  const alarms = new Set<{ at: number; run: () => void }>();
  const runDue = (): void => {
    for (const alarm of [...alarms].filter(({ at }) => at <= time)) {
      alarms.delete(alarm);
      alarm.run();
    }
  };
  return {
    now: () => time,
    after(delay: number, run: () => void): () => void {
      const alarm = { at: time + delay, run };
      alarms.add(alarm);
      return () => alarms.delete(alarm);
    },
    async pass(ms: number): Promise<void> {
      for (let passed = 0; passed < ms; passed += 50) {
        time += Math.min(50, ms - passed);
        runDue();
        await flushPromises();
      }
    },
  };
}

/** Lets everything that already has its answer go on. */
export async function flushPromises(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}
