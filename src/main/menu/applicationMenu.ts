import type { CommandContext } from '#shared/commandContext';
import { type CommandId, commandIds, isEnabled } from '#shared/commands';
import { Menu, app } from 'electron';
import { menuTemplate } from './template';

/** Sets the application menu; the function it returns lets the enabled states follow what is open. */
export function setApplicationMenu(run: (command: CommandId) => void): (context: CommandContext) => void {
  const development = !app.isPackaged;
  const menu = Menu.buildFromTemplate(menuTemplate({ platform: process.platform, development, run }));
  Menu.setApplicationMenu(menu);
  return (context) => {
    for (const command of commandIds) {
      const item = menu.getMenuItemById(command);
      if (item) item.enabled = isEnabled(command, context);
    }
  };
}
