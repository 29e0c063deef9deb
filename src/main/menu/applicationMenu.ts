import type { CommandContext } from '#shared/commands/commandContext';
import { type CommandId, commandIds, commands, isEnabled } from '#shared/commands';
import type { Command } from '#shared/commands/command';
import type { Settings } from '#shared/domain/settings';
import { Menu, app } from 'electron';
import { menuTemplate } from './template';

/** Lets the items' states follow what is open, and what is chosen. */
type FollowMenu = (context: CommandContext, settings: Settings) => void;

/** Sets the application menu. */
export function setApplicationMenu(run: (command: CommandId) => void): FollowMenu {
  const development = !app.isPackaged;
  const menu = Menu.buildFromTemplate(menuTemplate({ platform: process.platform, development, run }));
  Menu.setApplicationMenu(menu);
  return (context, settings) => {
    for (const command of commandIds) {
      const item = menu.getMenuItemById(command);
      const { setting }: Command = commands[command];
      if (item) item.enabled = isEnabled(command, context);
      if (item && setting) item.checked = settings[setting];
    }
  };
}
