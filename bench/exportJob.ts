import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ExportFormat } from '#shared/domain/exportFormats';
import { exportKind } from '../src/main/jobs/kinds/export/exportKind';
import { createJobQueue } from '../src/main/jobs/queue';
import type { Store } from '../src/main/store/store';
import { inProject } from '../tools/project';
import { median, report } from './figures';
import { readBody } from './peers';
import { fillStore, withFolder, withStore } from './workspace';

/** A peer that can write one body, and the file names that it gives. */
export interface PlainWriter {
  readonly name: string;
  readonly extension: string;
  readonly write: (body: ReturnType<typeof readBody>) => string;
}

const rounds = 4;

/** What one way took to write all of the articles: ms by the clock, and of the process's own. */
interface Spent {
  readonly wall: number;
  readonly cpu: number;
}

/**
 * The whole way of an export job, from the request to the last file on the disk, beside a loop that reads the same
 * bodies from the same database and writes them with the peer, each file synced and renamed as ours are. They take
 * turns, since a disk is never as quick as a moment before.
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
      const [jobs, loops]: [Spent[], Spent[]] = [[], []];
      for (let round = 0; round < rounds; round += 1) {
        const into = (whose: string): string => path.join(folder, `${whose}-${round}`);
        const loop = async () => loops.push(await spent(() => writePlainly(store, into('loop'), peer)));
        if (round % 2 === 1) await loop();
        jobs.push(await spent(() => runJob(store, into('job'), format)));
        if (round % 2 === 0) await loop();
      }
      tell(bench, { count, peer: `${peer.name}, in a loop to files` }, jobs, loops);
    }),
  );
}

function tell(
  bench: string,
  { count, peer }: { readonly count: number; readonly peer: string },
  jobs: readonly Spent[],
  loops: readonly Spent[],
): void {
  const rate = (all: readonly Spent[]): number => count / (median(all.map(({ wall }) => wall)) / 1000);
  const cpu = (all: readonly Spent[]): number => Math.round(median(all.map((one) => one.cpu)));
  report({
    bench,
    figure: 'a job to files',
    unit: 'articles/s',
    ours: rate(jobs),
    peer: rate(loops),
    peerName: peer,
    detail: { articles: count, rounds, cpu: cpu(jobs), peerCpu: cpu(loops) },
  });
}

/** The worker's thread is one of this process. */
async function spent(work: () => unknown): Promise<Spent> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - start, cpu: (user + system) / 1000 };
}

async function runJob(store: Store, folder: string, format: ExportFormat): Promise<void> {
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
  const { id, total } = queue.start({ format, selection: { kind: 'all' }, folder });
  await queue.idle();
  const done = queue.list().find((job) => job.id === id)?.done;
  if (done !== total) throw new Error(`The job wrote ${done} of ${total} articles.`);
  await queue.close();
}

function writePlainly({ db }: Store, folder: string, { extension, write }: PlainWriter): void {
  mkdirSync(folder);
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
