import type { CommandContext } from '#shared/commands/commandContext';
import { type CommandId, commandIds, commands, isEnabled } from '#shared/commands';
import { type Command, holdsIn, isLocked } from '#shared/commands/command';
import { keysOfCommands } from '#shared/commands/keys';
import type { Policy } from '#shared/domain/policy';
import type { Settings } from '#shared/domain/settings';
import { Menu, app } from 'electron';
import { type RecentArticle, isSameRecent } from './recentArticles';
import { type Recent, menuTemplate } from './template';

interface Situation {
  /** What is open. */
  readonly context: CommandContext;
  readonly settings: Settings;
  readonly policy: Policy;
  /** What was opened lately. */
  readonly recent: readonly RecentArticle[];
}

/** Updates the items to match what is open, what is chosen, what may be, and what was opened lately. */
type FollowMenu = (situation: Situation) => void;

interface Choices extends Omit<Recent, 'articles'> {
  readonly run: (command: CommandId) => void;
}

/** Sets the application menu. */
export function setApplicationMenu({ run, open, clear }: Choices): FollowMenu {
  const { platform } = process;
  const development = !app.isPackaged;
  let built: Pick<Situation, 'recent'> & Pick<Settings, 'keys'> = { recent: [], keys: {} };
  let menu: Menu | null = null;
  const build = ({ recent: articles, keys: chosen }: typeof built): Menu => {
    const recent = { articles, open, clear };
    const keys = keysOfCommands(chosen, platform === 'darwin' ? 'mac' : 'other');
    const made = Menu.buildFromTemplate(menuTemplate({ platform, development, run, recent, keys }));
    Menu.setApplicationMenu(made);
    return made;
  };
  return ({ context, settings, policy, recent }) => {
    const { keys } = settings;
    const isSame = isSameRecent(recent, built.recent) && JSON.stringify(keys) === JSON.stringify(built.keys);
    // The names and the keys of a menu's items stay as they were built.
    if (menu === null || !isSame) menu = build((built = { recent, keys }));
    for (const command of commandIds) {
      const item = menu.getMenuItemById(command);
      if (!item) continue;
      const row: Command = commands[command];
      item.enabled = isEnabled(command, context) && !isLocked(row, policy);
      // Marking one radio item takes the mark from the others; one by one it cannot be taken away.
      if (row.chooses && holdsIn(row, settings)) item.checked = true;
      if (row.setting) item.checked = holdsIn(row, settings);
    }
  };
}
