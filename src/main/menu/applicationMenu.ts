import type { CommandContext } from '#shared/commands/commandContext';
import { type CommandId, commandIds, commands, isEnabled } from '#shared/commands';
import { type Command, holdsIn } from '#shared/commands/command';
import type { Settings } from '#shared/domain/settings';
import { Menu, app } from 'electron';
import { menuTemplate } from './template';

/** Updates the items to match what is open and what is chosen. */
type FollowMenu = (context: CommandContext, settings: Settings) => void;

/** Sets the application menu. */
export function setApplicationMenu(run: (command: CommandId) => void): FollowMenu {
  const development = !app.isPackaged;
  const menu = Menu.buildFromTemplate(menuTemplate({ platform: process.platform, development, run }));
  Menu.setApplicationMenu(menu);
  return (context, settings) => {
    for (const command of commandIds) {
      const item = menu.getMenuItemById(command);
      if (!item) continue;
      const row: Command = commands[command];
      item.enabled = isEnabled(command, context);
      // Marking one radio item takes the mark from the others; one by one it cannot be taken away.
      if (row.chooses && holdsIn(row, settings)) item.checked = true;
      if (row.setting) item.checked = holdsIn(row, settings);
    }
  };
}
