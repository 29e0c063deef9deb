import { z } from 'zod';
import { commandContext } from '../../commands/commandContext';
import { settingsReading } from '../../commands/settingsFile';
import { id } from '../../domain/id';
import { settings, settingsEdit, settingsSources } from '../../domain/settings';
import { storeNotice } from '../../domain/storeNotice';
import { operation } from '../define';

export const app = {
  settings: operation(z.undefined(), settings),
  /** The same, by where each comes from. */
  settingsSources: operation(z.undefined(), settingsSources),
  /** Fails with `setting_locked`, with nothing changed, where the newsroom's policy locks one of them. */
  changeSettings: operation(settingsEdit, settingsSources),
  /** A folder that the user picks in the system's dialog, or null. Nothing is changed by it. */
  pickFolder: operation(
    z.strictObject({ title: z.string().max(100), from: z.string().max(32_767) }),
    z.string().nullable(),
  ),
  /** Writes what a person chose to a file that they name, and answers with its path; null when they cancelled. */
  exportSettings: operation(z.undefined(), z.string().nullable()),
  /** Reads such a file that they choose, and changes nothing. Fails with `not_settings` for any other file. */
  readSettings: operation(z.undefined(), settingsReading.nullable()),
  /** What is open in this window, so that the menu can enable the right items. */
  context: operation(commandContext, z.null()),
  /** Which article this window now shows; null when it was closed. It is opened again at the next start. */
  opened: operation(z.strictObject({ articleId: id.nullable() }), z.null()),
  /** Runs one of main's commands, from the palette or a button. */
  run: operation(z.strictObject({ command: z.string().max(100) }), z.null()),
  /** Whether this is a first start, at which the tour is shown unasked: a new store, with no article. */
  offersTour: operation(z.undefined(), z.boolean()),
  /** What happened to the store before this window opened. */
  notices: operation(z.undefined(), z.array(storeNotice).readonly()),
  /** Where things are kept on this computer: absolute paths. */
  places: operation(z.undefined(), z.strictObject({ store: z.string(), log: z.string() })),
  /** Puts what helps to find a fault on the clipboard: nothing that a person wrote or named. */
  copyDiagnostics: operation(z.undefined(), z.null()),
  /** The licences of Nutgraf and of everything bundled in it, as plain text. Fails with `no_licences`. */
  licences: operation(z.undefined(), z.string()),
  /** What is new, version by version: `CHANGELOG.md` as it lies in the app. Fails with `no_changes`. */
  changes: operation(z.undefined(), z.string()),
  /** Recovers a damaged store; the result arrives as a notice. */
  recover: operation(z.undefined(), z.null()),
  /** Asks whether the sample desk is to be thrown away; if so, the app ends. Fails with `not_the_sample_desk`. */
  throwAwaySampleDesk: operation(z.undefined(), z.null()),
  /** Everything typed in this window is saved, so it may close. */
  readyToClose: operation(z.undefined(), z.null()),
  /** Shows an http(s) or mailto address and opens it outside if the user agrees; anything else is refused. */
  openExternal: operation(z.strictObject({ url: z.string().max(2000) }), z.null()),
};
