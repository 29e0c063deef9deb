import type { CommandContext } from '#shared/commands/commandContext';
import { type CommandId, commandIds, commands, isEnabled } from '#shared/commands';
import { type Command, holdsIn, isLocked } from '#shared/commands/command';
import type { Policy } from '#shared/domain/policy';
import type { Settings } from '#shared/domain/settings';
import { Menu, app } from 'electron';
import { menuTemplate } from './template';

interface Situation {
  /** What is open. */
  readonly context: CommandContext;
  readonly settings: Settings;
  readonly policy: Policy;
}

/** Updates the items to match what is open, what is chosen, and what may be. */
type FollowMenu = (situation: Situation) => void;

/** Sets the application menu. */
export function setApplicationMenu(run: (command: CommandId) => void): FollowMenu {
  const development = !app.isPackaged;
  const menu = Menu.buildFromTemplate(menuTemplate({ platform: process.platform, development, run }));
  Menu.setApplicationMenu(menu);
  return ({ context, settings, policy }) => {
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
