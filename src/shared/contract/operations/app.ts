import { z } from 'zod';
import { commandContext } from '../../commands/commandContext';
import { settings } from '../../domain/settings';
import { storeNotice } from '../../domain/storeNotice';
import { operation } from '../define';

export const app = {
  settings: operation(z.undefined(), settings),
  /** What is open in this window, so that the menu's enabled states follow it. */
  context: operation(commandContext, z.null()),
  /** Runs a command that main carries out, from the palette or a button. */
  run: operation(z.strictObject({ command: z.string().max(100) }), z.null()),
  /** What happened to the store before this window opened. */
  notices: operation(z.undefined(), z.array(storeNotice).readonly()),
  /** Brings a damaged store back; what came of it is told as a notice. */
  recover: operation(z.undefined(), z.null()),
  /** All that was typed in this window is committed: it may close. */
  readyToClose: operation(z.undefined(), z.null()),
  /** Shows an http(s) or mailto address and opens it outside if the person says so; anything else is refused. */
  openExternal: operation(z.strictObject({ url: z.string().max(2000) }), z.null()),
};
