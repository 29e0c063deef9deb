import type { StoreNotice } from '#shared/domain/storeNotice';
import type { CommandId } from '#shared/commands';
import type { Settings, SettingsPatch } from '#shared/domain/settings';
import type { Outbox } from '../../cms/outbox';
import type { Secrets } from '../../cms/credentials';
import type { DiskWatch } from '../../diskWatch';
import type { JobQueue } from '../../jobs/queue';
import type { Store } from '../../store/database';
import type { DeskWindows } from '../../windows/deskWindows';
import type { Keyring } from '../../security/keyring';
import type { Publish } from '../publish';

/** What the handlers work with; each takes what it needs. */
export interface Services {
  readonly store: Store;
  /** What had happened to the store when it was opened. */
  readonly notices: readonly StoreNotice[];
  readonly disk: DiskWatch;
  readonly jobs: JobQueue;
  readonly outbox: Outbox;
  readonly secrets: Secrets;
  readonly keyring: Keyring;
  readonly windows: DeskWindows;
  readonly publish: Publish;
  readonly online: () => boolean;
  /** Sends what is due in the outbox, now and whenever more becomes due. */
  readonly wakeOutbox: () => void;
  readonly changeSettings: (patch: SettingsPatch) => Settings;
  readonly runCommand: (command: CommandId, windowId: number | null) => void;
}
