import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ExportFormat } from '#shared/domain/exportFormats';
import { exportKind } from '../src/main/jobs/kinds/export/exportKind';
import { createJobQueue } from '../src/main/jobs/queue';
import type { Store } from '../src/main/store/store';
import { inProject } from '../tools/project';
import { report, timed } from './figures';
import { readBody } from './peers';
import { fillStore, withFolder, withStore } from './workspace';

/** A peer that can write one body, and the file names that it gives. */
export interface PlainWriter {
  readonly name: string;
  readonly extension: string;
  readonly write: (body: ReturnType<typeof readBody>) => string;
}

/**
 * The whole way of an export job, from the request to the last file on the disk, beside a loop that reads the same
 * bodies from the same database and writes them with the peer, each file synced and renamed as ours are.
 */
export async function reportExportJob(
  bench: string,
  format: ExportFormat,
  count: number,
  peer: PlainWriter,
): Promise<void> {
  await withFolder((folder) =>
    withStore(path.join(folder, 'store'), async (store) => {
      fillStore(
        store,
        Array.from({ length: count }, () => 800),
      );
      const plain = timed(() => writePlainly(store, folder, peer));
      const job = await runJob(store, path.join(folder, 'ours'), format);
      const rate = (ms: number): number => count / (ms / 1000);
      report({
        bench,
        figure: 'a job to files',
        unit: 'articles/s',
        ours: rate(job),
        peer: rate(plain),
        peerName: `${peer.name}, in a loop to files`,
        detail: { articles: count },
      });
    }),
  );
}

async function runJob(store: Store, folder: string, format: ExportFormat): Promise<number> {
  const queue = createJobQueue(exportKind, {
    store,
    workerPath: inProject('out', 'main', 'exportWorker.js'),
    pid: process.pid,
    isGone: () => false,
    onChange: () => undefined,
    onTrouble: ({ message }) => {
      throw new Error(message);
    },
  });
  const start = performance.now();
  const { id, total } = queue.start({ format, selection: { kind: 'all' }, folder });
  await queue.idle();
  const spent = performance.now() - start;
  const done = queue.list().find((job) => job.id === id)?.done;
  if (done !== total) throw new Error(`The job wrote ${done} of ${total} articles.`);
  return spent;
}

function writePlainly({ db }: Store, folder: string, { extension, write }: PlainWriter): void {
  const rows = db.prepare<[], { id: string; body: string }>('SELECT id, body FROM articles ORDER BY id');
  for (const { id, body } of rows.iterate()) {
    const file = path.join(folder, `${id}.${extension}`);
    writeFileSync(`${file}.part`, write(readBody(body)));
    const handle = openSync(`${file}.part`, 'r+');
    fsyncSync(handle);
    closeSync(handle);
    renameSync(`${file}.part`, file);
  }
}
