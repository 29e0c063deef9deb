import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isUnderWay } from '#shared/domain/job';
import type { Settings } from '#shared/domain/settings';
import type { UnfinishedWork } from '#shared/domain/update';
import { app } from 'electron';
import { wordsToRestart } from '../cli/commandWords';
import type { Jobs } from '../jobs/kinds';
import type { Report } from '../log';
import type { Sync } from '../services/sync';
import type { ThisBuild, Updates } from '../updates/updates';
import type { AppWindows } from './appWindows';

interface Surroundings {
  readonly jobs: Jobs;
  readonly sync: Pick<Sync, 'isSending'>;
  readonly settings: () => Settings;
  readonly windows: Pick<AppWindows, 'publish' | 'onStay'>;
  readonly online: () => boolean;
  readonly report: Report;
}

/** Newer versions of the app: loaded when a window asks for them. */
export interface AppUpdates {
  readonly get: () => Promise<Updates>;
  /** The page for people; null for a build that does not look for updates. */
  readonly page: () => Promise<string | null>;
  /** The last thing that the app does: what was fetched takes its place, and starts where somebody asked for that. */
  readonly close: () => Promise<void>;
}

export function appUpdates(surroundings: Surroundings): AppUpdates {
  let made: Promise<{ readonly updates: Updates; readonly page: string | null }> | null = null;
  const make = async () => {
    const [{ Updates }, { updateFetch }, build] = await Promise.all([
      import('../updates/updates'),
      import('../security/updateFetch'),
      thisBuild(),
    ]);
    const { settings, windows, online, report } = surroundings;
    const updates = new Updates({
      build,
      fetch: updateFetch(),
      online,
      now: Date.now,
      chosen: settings,
      unfinished: () => unfinished(surroundings),
      memoryFile: join(app.getPath('userData'), 'updates.json'),
      tell: (state) => windows.publish('updates.changed', state),
      quit: () => app.quit(),
      report,
    });
    windows.onStay(() => updates.stay());
    return { updates, page: build.feed?.address ?? null };
  };
  const get = () => (made ??= make());
  return {
    get: async () => (await get()).updates,
    page: async () => (await get()).page,
    close: async () => {
      const program = await (await made)?.updates.close();
      if (program) app.relaunch({ execPath: program, args: [...wordsToRestart(process.argv)] });
    },
  };
}

function unfinished({ jobs, sync }: Surroundings): readonly UnfinishedWork[] {
  const found: readonly [UnfinishedWork, boolean][] = [
    ['export', jobs.export.list().some(isUnderWay)],
    ['import', jobs.import.list().some(isUnderWay)],
    ['send', sync.isSending()],
  ];
  return found.filter(([, runs]) => runs).map(([work]) => work);
}

async function thisBuild(): Promise<ThisBuild> {
  const { builtFeed } = await import('../updates/feed');
  const packageFile = readFileSync(join(app.getAppPath(), 'package.json'), 'utf8');
  return {
    version: app.getVersion(),
    feed: builtFeed({ isPackaged: app.isPackaged, packageFile, env: process.env }),
    platform: process.platform,
    arch: process.arch,
    program: process.execPath,
    isFromPackage: existsSync(join(process.resourcesPath, 'installed-by-package')),
  };
}
