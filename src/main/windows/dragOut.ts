import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { NutgrafError } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import { type WebContents, nativeImage } from 'electron';
import type { Store } from '../store/store';

/** Lets an article be dragged out of the app as a Markdown file. */
export interface DragOut {
  /**
   * Writes the file and hands it to the system, which has a drag of these contents under way. Its images do not come
   * along. Throws what an export throws, `article_held` included.
   */
  readonly begin: (contents: WebContents, articleId: Id) => Promise<void>;
  /** Whether a file is one of those, dropped where it came from. */
  readonly isOwn: (path: string) => boolean;
  /** Removes the files. */
  readonly close: () => void;
}

/** The width of what is drawn at the pointer, px. */
const ICON = 64;

/** `icon`: a file. */
export function createDragOut(store: Store, icon: string): DragOut {
  let root: string | null = null;
  return {
    begin: async (contents, articleId) => {
      root ??= mkdtempSync(join(tmpdir(), 'nutgraf-drag-'));
      const file = await written(store, mkdtempSync(join(root, 'article-')), articleId);
      if (!contents.isDestroyed())
        contents.startDrag({ file, icon: nativeImage.createFromPath(icon).resize({ width: ICON }) });
    },
    isOwn: (path) => root !== null && path.startsWith(root + sep),
    close: () => {
      if (root !== null) rmSync(root, { recursive: true, force: true });
      root = null;
    },
  };
}

/** The path of the article's file in that folder, as the export writes it. */
async function written(store: Store, folder: string, articleId: Id): Promise<string> {
  // What renders a file is loaded for a drag alone: an export has it in its worker.
  const { exportArticles } = await import('../exports/exportArticles');
  const items = [{ ordinal: 0, articleId }];
  const task = {
    format: 'markdown',
    folder,
    now: store.now(),
    items,
    written: [],
    writtenAssets: [],
  } as const;
  for await (const outcomes of exportArticles(store, task)) {
    for (const outcome of outcomes) {
      if (outcome.kind === 'written') return outcome.file.path;
      const { code, message, detail } = outcome.failure;
      throw new NutgrafError(code, message, detail);
    }
  }
  throw new TypeError('an export of one article told nothing of it');
}
