import Database from 'better-sqlite3';
import path from 'node:path';
import { documentJsonOf } from '#shared/document/document';
import { schema } from '#shared/document/schema';
import { createArticle, saveArticle } from '../src/main/store/articles/articles';
import { makeArticle, makeBody } from './corpus';
import { quantile, report, timed } from './figures';
import { withFolder, withStore } from './workspace';

const saves = 1000;
const warmUp = 50;

/** Successive states of one story of about 6.6 kB as its last paragraph grows by a few letters per save. */
function drafts() {
  const start = makeBody(1, 640);
  return Array.from({ length: saves + warmUp }, (_, save) => {
    const typed = schema.node('paragraph', { id: 'typed' }, [schema.text('word '.repeat(1 + (save % 100)))]);
    const body = documentJsonOf(start.copy(start.content.addToEnd(typed)));
    return JSON.stringify(body);
  });
}

/** A database of one row that is on disk when a write returns, and nothing else. */
function bareDatabase(file: string) {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE bodies (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
  db.exec("INSERT INTO bodies VALUES (1, '')");
  const update = db.prepare<[string]>('UPDATE bodies SET body = ? WHERE id = 1');
  return { commit: (body: string) => update.run(body), close: () => db.close() };
}

await withFolder((folder) =>
  withStore(path.join(folder, 'store'), (store) => {
    const peer = bareDatabase(path.join(folder, 'bare.db'));
    const { id, version } = createArticle(store, makeArticle(1, 10));
    let baseVersion = version;
    const save = (body: string) =>
      timed(() => {
        const result = saveArticle(store, { id, baseVersion, patch: { body } });
        if (result.kind !== 'saved') throw new Error('Nobody else writes here.');
        baseVersion = result.version;
      });
    const bare = (body: string) => timed(() => peer.commit(body));
    // The second one finds the disk as the first left it.
    const samples = drafts().map((body, index) => {
      const bytes = body.length;
      if (index % 2 === 0) return { ours: save(body), peer: bare(body), bytes };
      const first = bare(body);
      return { ours: save(body), peer: first, bytes };
    });
    peer.close();
    const counted = samples.slice(warmUp);
    for (const [name, share] of [
      ['p50', 0.5],
      ['p99', 0.99],
    ] as const) {
      report({
        bench: 'autosave',
        figure: `a save, ${name}`,
        unit: 'ms',
        ours: quantile(
          counted.map(({ ours }) => ours),
          share,
        ),
        peer: quantile(
          counted.map(({ peer }) => peer),
          share,
        ),
        peerName: 'a bare FULL commit',
        detail: {
          saves,
          bytes: quantile(
            counted.map(({ bytes }) => bytes),
            0.5,
          ),
        },
      });
    }
  }),
);
