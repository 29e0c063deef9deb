import { z } from 'zod';
import { updateState } from '../../domain/update';
import { operation } from '../define';

/** Newer versions of Nutgraf. What each call begins is told by `updates.changed`. */
export const updates = {
  state: operation(z.undefined(), updateState),
  /** Asks the feed now. */
  look: operation(z.undefined(), updateState),
  download: operation(z.undefined(), z.null()),
  /** Ends a download, or the wait for a restart. */
  cancel: operation(z.undefined(), z.null()),
  /** Restarts once nothing runs that must not be cut off, and everything typed is saved. */
  restart: operation(z.undefined(), z.null()),
  /** Opens the download page in the browser, as `app.openExternal` does. */
  openPage: operation(z.undefined(), z.null()),
};
