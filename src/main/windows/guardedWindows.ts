import { join } from 'node:path';
import { app, session } from 'electron';
import type { Report } from '../log';
import { serveAppFiles } from '../security/appProtocol';
import { type OpenOutside, addressOpener } from '../security/externalAddress';
import { guardContents, guardSession } from '../security/guard';
import { readAsset } from '../store/articles/assetFiles';
import { getAsset } from '../store/articles/assets';
import { countOnTheirOwn } from '../store/cms/outbox';
import type { Store } from '../store/store';
import { createAppWindows } from './appWindows';
import { createBackground } from './background';
import { showNotification } from './notification';
import { keepOpenedArticles } from './openedArticles';
import { built, interfaceAddress } from './pages';

interface WindowNeeds {
  readonly store: Store;
  readonly browserFolder: string;
  readonly report: Report;
  /** The setting `keepRunning`. */
  readonly keepsRunning: () => boolean;
  /** The articles that were opened changed. */
  readonly onOpened: () => void;
  /** The current window, or what is open in it, changed. */
  readonly onContext: () => void;
}

/** The windows, none of them open yet, and everything that keeps their pages in their place. */
export function guardedWindows({ store, browserFolder, report, keepsRunning, ...hearing }: WindowNeeds) {
  const openOutside = addressOpener();
  const { origin, page } = interfaceAddress();
  const opened = keepOpenedArticles(join(browserFolder, 'opened.json'), hearing.onOpened);
  const placementFile = join(browserFolder, 'window.json');
  const source = { ...built, page, placementFile, article: () => opened.now().open, now: Date.now };
  const background = createBackground({
    platform: process.platform,
    isWished: keepsRunning,
    waiting: () => countOnTheirOwn(store),
    notify: showNotification,
    openWindow: () => windows.toFront(),
    quit: () => app.quit(),
    report,
  });
  const windows = createAppWindows({ source, background, onContext: hearing.onContext });
  protect({ openOutside, store, report, page, origin });
  return { windows, opened, openOutside, origin, outboxRested: background.outboxRested };
}

interface Protection {
  readonly openOutside: OpenOutside;
  readonly store: Store;
  readonly report: Report;
  /** The page of the interface, and where it comes from. */
  readonly page: string;
  readonly origin: string;
}

/** Everything that keeps a page in its place; before any page is loaded. */
function protect({ openOutside, store, report, page, origin }: Protection): void {
  guardContents({
    page,
    openOutside: (address, window) => {
      openOutside(address, window).catch((thrown: unknown) => report('address', thrown));
    },
  });
  guardSession(session.defaultSession, origin);
  serveAppFiles(session.defaultSession, {
    folder: built.interface,
    asset: (hash) => {
      try {
        const asset = getAsset(store, hash);
        return asset && { bytes: new Uint8Array(readAsset(store.folder, asset)), type: asset.type };
      } catch (thrown) {
        report('pictures', thrown);
        return null;
      }
    },
  });
}
