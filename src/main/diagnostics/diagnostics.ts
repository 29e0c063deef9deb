import { isCommandId } from '#shared/commands';
import type { Policy } from '#shared/domain/policy';
import { type Settings, resolveSettings } from '#shared/domain/settings';
import { type SettingRow, settingKeys, settingsTable } from '#shared/domain/settingsTable';
import { countArticles } from '../store/articles/articleList';
import { listSections } from '../store/articles/sectionRecord';
import { listAccounts } from '../store/cms/accounts';
import { getSettingsSources } from '../store/settings';
import type { Reader } from '../store/store';
import { logOutline } from './logOutline';

/** How many lines of the log are told. */
const LINES = 120;

interface Subject {
  readonly store: Reader;
  readonly policy: Policy;
  /** Names and numbers of what runs: the app, Electron, the system. */
  readonly versions: Readonly<Record<string, string>>;
  /** The end of the app's log. */
  readonly log: string;
}

/**
 * What helps to find a fault, as plain text that a person can read through and send to anybody: versions, settings,
 * counts, and where in the program something failed. Nothing that a person wrote or named: no text, headline, folder,
 * address, site or user.
 */
export function diagnostics({ store, policy, versions, log }: Subject): string {
  const sources = getSettingsSources(store, policy);
  const settings = resolveSettings(sources);
  return [
    ...part('Versions', versions),
    ...part('Settings', settingsTold(settings)),
    ...part('Chosen', { settings: knownKeys(sources.chosen) }),
    ...part('Policy', { defaults: knownKeys(policy.defaults), locked: knownKeys(policy.locked) }),
    ...part('Counts', countsOf(store)),
    'Log, without its messages',
    ...logOutline(log, LINES),
    '',
  ].join('\n');
}

/** How much there is; a store that cannot be read is told as such, since that is when this is asked for. */
function countsOf(store: Reader): Readonly<Record<string, string | number>> {
  try {
    const kinds = listAccounts(store).map(({ kind }) => kind);
    const views = Object.entries(countArticles(store).views);
    return {
      ...Object.fromEntries(views.map(([view, count]) => [`articles, ${view}`, count])),
      sections: listSections(store).length,
      ...Object.fromEntries(
        [...new Set(kinds)].map((kind) => [`sites, ${kind}`, kinds.filter((one) => one === kind).length]),
      ),
    };
  } catch {
    return { store: 'cannot be counted' };
  }
}

const part = (name: string, rows: Readonly<Record<string, string | number>>): readonly string[] => [
  name,
  ...Object.entries(rows).map(([key, value]) => `  ${key}: ${value}`),
  '',
];

const knownKeys = (patch: object): string =>
  settingKeys.filter((key) => Object.hasOwn(patch, key)).join(', ') || 'none';

/** The settings' values, but for those that people name. */
function settingsTold(settings: Settings): Readonly<Record<string, string>> {
  return Object.fromEntries(
    settingKeys.map((key) => {
      const { control }: SettingRow = settingsTable[key];
      const value = settings[key];
      if (control.kind === 'folder') return [key, value === '' ? 'none' : 'one is chosen'];
      return [key, control.kind === 'keys' ? keysTold(settings.keys) : JSON.stringify(value)];
    }),
  );
}

const keysTold = (keys: Settings['keys']): string =>
  Object.entries(keys)
    .filter(([id]) => isCommandId(id))
    .map(([id, accelerator]) => `${id}=${accelerator ?? 'none'}`)
    .join(', ') || 'as they are at first';
