import { copyFileSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NutgrafApp, test as base } from './fixtures';

/** An app whose store is on a small disk of its own. */
export class SmallDisk {
  constructor(
    readonly nutgraf: NutgrafApp,
    /** Where the disk is mounted, visible only to the app. */
    private readonly place: string,
  ) {}

  /** The disk's folder as the app sees it. */
  get #folder(): string {
    return `/proc/${this.nutgraf.app.process().pid}/root${this.place}`;
  }

  /** A folder on the disk, by the name that the app knows it by. */
  folderFor(name: string): string {
    return path.join(this.place, name);
  }

  /** Leaves no block free, whatever the app itself writes meanwhile. */
  fill(): void {
    const filler = path.join(this.#folder, 'filler');
    for (;;) {
      const { bavail, bsize } = statfsSync(this.#folder);
      try {
        writeFileSync(filler, Buffer.alloc(Math.max(1, bavail) * bsize, 1), { flag: 'a' });
      } catch (thrown) {
        if ((thrown as NodeJS.ErrnoException).code === 'ENOSPC') return;
        throw thrown;
      }
    }
  }

  /** The same, once the store has used up what it keeps for a full disk. */
  fillWithReserve(): void {
    rmSync(path.join(this.#folder, 'store', 'reserve'), { force: true });
    this.fill();
  }

  empty(): void {
    rmSync(path.join(this.#folder, 'filler'));
  }

  /** Copies the database as it is on the disk now. */
  copyStore(folder: string): void {
    for (const name of ['nutgraf.db', 'nutgraf.db-wal'])
      copyFileSync(path.join(this.#folder, 'store', name), path.join(folder, name));
  }
}

/** Starts the app with its store on a small disk in a folder; see `Starter` for `required`. */
export async function launchOnSmallDisk(
  folder: string,
  slot: number,
  required: readonly string[] = [],
): Promise<SmallDisk> {
  const place = path.join(folder, 'disk');
  mkdirSync(place);
  const nutgraf = new NutgrafApp(path.join(place, 'store'), slot, {
    executablePath: path.join(import.meta.dirname, 'fixtures', 'onSmallDisk.sh'),
    env: { SMALL_DISK: place, SMALL_DISK_SIZE: '96m' },
    required,
  });
  await nutgraf.launch();
  return new SmallDisk(nutgraf, place);
}

export const test = base.extend<{ readonly disk: SmallDisk }>({
  disk: async ({ folder }, hand, { parallelIndex }) => {
    const disk = await launchOnSmallDisk(folder, parallelIndex);
    await hand(disk);
    await disk.nutgraf.end();
  },
});
