import type { CommandContext } from '#shared/commands/commandContext';
import type { CommandId } from '#shared/commands';
import type { Id } from '#shared/domain/id';
import type { Policy } from '#shared/domain/policy';
import type { Settings } from '#shared/domain/settings';
import type { Reader } from '../store/store';
import type { OpenedArticles } from '../windows/openedArticles';
import { setApplicationMenu } from './applicationMenu';
import { type RecentArticle, isSameRecent, recentArticles, showInSystem } from './recentArticles';

interface Needs {
  readonly store: Reader;
  readonly opened: Pick<OpenedArticles, 'now' | 'clear'>;
  readonly context: () => CommandContext;
  readonly settings: () => Settings;
  readonly policy: Policy;
  readonly run: (command: CommandId) => void;
  readonly open: (id: Id) => void;
  /** The store's folder, where the start named it. */
  readonly namedStore: string | null;
}

export interface DrawnMenu {
  /** What is open, or the settings, changed. */
  readonly draw: () => void;
  /** Articles were opened, or some changed. */
  readonly drawRecent: () => void;
  /** The same once a series of changes is over: an article that is being written changes each second. */
  readonly drawRecentSoon: () => void;
}

/** How long nothing may have changed, ms. */
const QUIET = 1500;

/** Sets the application's menu and what the system shows of it, and keeps both true. */
export function drawnMenu({
  store,
  opened,
  context,
  settings,
  policy,
  run,
  open,
  namedStore,
}: Needs): DrawnMenu {
  const follow = setApplicationMenu({ run, open, clear: opened.clear });
  let recent: readonly RecentArticle[] | null = null;
  let timer: NodeJS.Timeout | undefined;
  const draw = (): void => follow({ context: context(), settings: settings(), policy, recent: recent ?? [] });
  const drawRecent = (): void => {
    const now = recentArticles(store, opened.now().recent);
    if (recent !== null && isSameRecent(now, recent)) return;
    recent = now;
    showInSystem(recent, { open, store: namedStore });
    draw();
  };
  drawRecent();
  return {
    draw,
    drawRecent,
    drawRecentSoon: () => {
      clearTimeout(timer);
      timer = setTimeout(drawRecent, QUIET);
    },
  };
}
