import { blankContent } from '#shared/domain/article';
import type { Article, ArticlePatch, BodyChange, SavePatch, SaveResult } from '#shared/domain/article';
import { NutgrafError } from '#shared/domain/failure';
import { withBlocks } from '#shared/document/bodyText';
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

let stores = 0;

/** A store of one article that keeps every version, and counts the saves in flight. */
export function memoryStore(first: Article) {
  const versions = [first];
  /** The bodies that it was sent and took, whole or as changes. */
  const sent: SavePatch['body'][] = [];
  const name = (stores += 1);
  const current = (): Article => versions.at(-1) ?? first;
  return {
    versions,
    sent,
    current,
    write(patch: ArticlePatch, now: number): Article {
      const next = { ...current(), ...patch, updatedAt: now, version: current().version + 1 } as Article;
      versions.push(next);
      return next;
    },
    save(baseVersion: number, patch: SavePatch, now: number): SaveResult {
      const latest = current();
      const base = versions.find(({ version }) => version === baseVersion) ?? first;
      if (baseVersion !== latest.version)
        return {
          kind: 'stale',
          version: latest.version,
          changed: differingFields(storyOf(base), storyOf(latest)),
          current: latest,
        };
      const hashOf = (version: number): string => `store ${name}, version ${version}`;
      const { version } = this.write(read(latest, patch, hashOf(latest.version)), now);
      sent.push(patch.body);
      return { kind: 'saved', version, savedAt: now, wordCount: 0, hash: hashOf(version) };
    },
  };
}

/** What a store makes of a patch. */
function read(latest: Article, { body, ...patch }: SavePatch, hash: string): ArticlePatch {
  if (body === undefined) return patch;
  const text = typeof body === 'string' ? body : changedBody(latest, body, hash);
  return { ...patch, body: JSON.parse(text) as DocumentJson };
}

function changedBody({ body }: Article, { of, at, cut, put }: BodyChange, hash: string): string {
  const text = of === hash ? withBlocks(JSON.stringify(body), at, cut, put) : null;
  if (text === null) throw new NutgrafError('base_unknown', 'This store has another text.');
  return text;
}

/** A clock that moves only when told to, and runs what is due on the way. */
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

/** Lets everything continue that already has its answer. */
export async function flushPromises(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}
