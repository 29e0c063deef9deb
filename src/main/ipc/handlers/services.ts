import type { BrowserWindow } from 'electron';
import type { CommandId } from '#shared/commands';
import type { Failure } from '#shared/domain/failure';
import type { Policy } from '#shared/domain/policy';
import type { Settings, SettingsEdit } from '#shared/domain/settings';
import type { StoreNotice } from '#shared/domain/storeNotice';
import type { AppUpdates } from '../../windows/appUpdates';
import type { Keyring } from '../../cms/credentials';
import type { ArticleChanges } from '../../services/articleChanges';
import type { Sync } from '../../services/sync';
import type { DiskWatch } from '../../services/diskWatch';
import type { Opener } from '../../opening/opener';
import type { Jobs } from '../../jobs/kinds';
import type { Store } from '../../store/store';
import type { OpenOutside } from '../../security/externalAddress';
import type { StoreSafety } from '../../services/storeSafety';
import type { AppWindows } from '../../windows/appWindows';
import type { OpenedArticles } from '../../windows/openedArticles';
import type { DragOut } from '../../windows/dragOut';
import type { Publish } from '../../windows/publish';

/** What the handlers work with; each takes what it needs. */
export interface Services {
  readonly store: Store;
  /** Whether this start may offer the tour, as far as it has been asked for something by now. */
  readonly offersTour: () => boolean;
  /** What happened to the store when it was opened. */
  readonly notices: readonly StoreNotice[];
  readonly disk: DiskWatch;
  readonly safety: StoreSafety;
  /** Hears of a failure that a window is told, and returns the failure to show. */
  readonly failed: (failure: Failure) => Failure;
  readonly jobs: Jobs;
  readonly sync: Sync;
  readonly updates: AppUpdates;
  readonly keyring: Keyring;
  /** How sites are reached. */
  readonly fetch: typeof fetch;
  readonly windows: AppWindows;
  readonly publish: Publish;
  readonly opened: OpenedArticles;
  readonly opener: Opener;
  readonly dragOut: DragOut;
  readonly changes: ArticleChanges;
  /** The administrators', as it was when the app started. */
  readonly policy: Policy;
  /** Throws `setting_locked` for what the policy locks. */
  readonly changeSettings: (edit: Partial<SettingsEdit>) => Settings;
  readonly openOutside: OpenOutside;
  /** Where the texts about the app lie: the licences of everything bundled, and what is new. */
  readonly texts: Readonly<Record<'licences' | 'changes', string>>;
  /** Asks first. Throws `not_the_sample_desk` in an app with a person's own articles. */
  readonly throwAwaySampleDesk: (window: BrowserWindow | null) => Promise<void>;
  readonly runCommand: (command: CommandId, windowId: number | null) => void;
}
