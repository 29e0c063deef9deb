import type { Id } from '#shared/domain/id';
import { say } from '#shared/language/say';
import { Menu, app } from 'electron';
import { articleRowsOf } from '../store/articles/articleList';
import type { Reader } from '../store/store';

/** An article that was opened lately, as menus name it. */
export interface RecentArticle {
  readonly id: Id;
  readonly label: string;
}

/** The length of a name in a menu, in graphemes. */
const LONGEST = 60;

function labelOf(headline: string): string {
  const words = headline.trim();
  if (words === '') return say('No headline yet');
  // A start makes this menu, and has no time for a segmenter that few headlines need.
  if (words.length <= LONGEST) return words;
  const signs = Array.from(new Intl.Segmenter('und').segment(words), ({ segment }) => segment);
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST - 1).join('')}…` : words;
}

/** Those of the articles that can be opened, in the same order: not what is in the trash, or gone. None while the store cannot be read. */
export function recentArticles(reader: Reader, ids: readonly Id[]): readonly RecentArticle[] {
  try {
    const rows = new Map(articleRowsOf(reader, ids).map((row) => [row.id, row]));
    return ids.flatMap((id) => {
      const row = rows.get(id);
      return row === undefined || row.trashedAt !== null ? [] : [{ id, label: labelOf(row.headline) }];
    });
  } catch {
    return [];
  }
}

export const isSameRecent = (one: readonly RecentArticle[], other: readonly RecentArticle[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** A label as it is drawn: in a menu, `&` would mark the key of its next letter. */
export const menuLabel = (label: string): string => label.replaceAll('&', '&&');

interface InSystem {
  readonly open: (id: Id) => void;
  /** The folder of the store, where it is not the app's own. */
  readonly store: string | null;
}

/** Offers them where the system lists what an app had open: the Dock's menu, the taskbar's jump list. */
export function showInSystem(recent: readonly RecentArticle[], { open, store }: InSystem): void {
  if (process.platform === 'darwin') {
    const items = recent.map(({ id, label }) => ({ label: menuLabel(label), click: () => open(id) }));
    app.dock?.setMenu(Menu.buildFromTemplate(items));
  }
  // From sources the program is Electron itself, which would not find the app.
  if (process.platform === 'win32' && app.isPackaged) {
    const before = store === null ? '' : `"--store=${store}" `;
    const items = recent.map(({ id, label }) => ({
      type: 'task' as const,
      title: label,
      description: label,
      program: process.execPath,
      args: `${before}nutgraf://open/${id}`,
      iconPath: process.execPath,
      iconIndex: 0,
    }));
    app.setJumpList(items.length === 0 ? null : [{ type: 'custom', name: say('Recent articles'), items }]);
  }
}
