import { readFileSync } from 'node:fs';
import { type Id, id } from '#shared/domain/id';
import { z } from 'zod';
import { putInPlace, writePart } from '../store/disk/durableFile';

/** How many articles are offered under "Open recent". */
export const MOST_RECENT = 10;

const kept = z.strictObject({
  /** The article that was opened last, unless it was closed again: the next window opens with it. */
  open: id.nullable(),
  /** The articles opened last, newest first. */
  recent: z.array(id).max(MOST_RECENT).readonly(),
});
type Kept = z.infer<typeof kept>;

const NOTHING: Kept = { open: null, recent: [] };

/** Which articles were opened, kept in a file that outlives the app, however that ends. */
export interface OpenedArticles {
  readonly now: () => Kept;
  /** An article was opened in a window, or (null) the open one closed. Returns at once; the file follows. */
  readonly opened: (articleId: Id | null) => void;
  /** Empties the list of recent articles. */
  readonly clear: () => void;
  /** Resolves when the file says what is known. */
  readonly settled: () => Promise<void>;
}

/** A file that cannot be read is as good as none. */
function readKept(file: string): Kept {
  try {
    return kept.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return NOTHING;
  }
}

const withOpened = ({ recent }: Kept, open: Id | null): Kept => ({
  open,
  recent: open === null ? recent : [open, ...recent.filter((other) => other !== open)].slice(0, MOST_RECENT),
});

/** What was opened, according to `file`, and from now on. `onChange` hears of each change. */
export function keepOpenedArticles(file: string, onChange: () => void): OpenedArticles {
  let now = readKept(file);
  let written = now;
  let writing: Promise<void> | null = null;

  /** One write at a time, each of what is known by then. Like a window's place, it is not worth a message on a full disk. */
  const writeAll = async (): Promise<void> => {
    while (written !== now) {
      written = now;
      try {
        await putInPlace(writePart(file, JSON.stringify(now)));
      } catch {
        break;
      }
    }
    writing = null;
  };

  const change = (next: Kept): void => {
    now = next;
    writing ??= writeAll();
    onChange();
  };

  return {
    now: () => now,
    opened: (articleId) => change(withOpened(now, articleId)),
    clear: () => change({ ...now, recent: [] }),
    settled: async () => writing ?? undefined,
  };
}
