import { z } from 'zod';
import { languageCodes } from '../language/languages';
import { updateChannel } from './updateChannel';
import { accelerator } from './accelerator';
import { say } from '../language/say';

const values = {
  theme: z.enum(['system', 'light', 'dark']),
  contrast: z.enum(['system', 'high']),
  /** Of the interface; an article has its own. */
  language: z.enum(['system', ...languageCodes]),
  /** The tour is shown at a start with no article; switched off when it is finished or skipped. */
  firstTour: z.boolean(),
  /** Absolute paths; empty for none. */
  exportFolder: z.string().max(32_767),
  importFolder: z.string().max(32_767),
  /** Signs typed in the text become formatting: `## `, `**bold**`, a web address. */
  autoformat: z.boolean(),
  /** In a list, Tab indents the item; otherwise it leaves the text, as it does everywhere. */
  tabInLists: z.boolean(),
  /** After the last window is closed, the app stays until what waits in the outbox has gone; not on macOS. */
  keepRunning: z.boolean(),
  /** `ask`: looks for newer versions once a day and when asked, tells of them, and fetches what the person wants. */
  updates: z.enum(['off', 'ask']),
  updateChannel,
  /**
   * The keys of commands, by the command's id; null for none. A command that is not named has its own. Of two with
   * the same keys, the one named first has them.
   */
  keys: z
    .record(z.string().max(100), accelerator.nullable())
    .refine((keys) => Object.keys(keys).length <= 500, {
      error: () => say('These are more commands than there are.'),
    }),
} as const;

/** The settings as they hold in a store. */
export const settings = z.strictObject(values);
export type Settings = z.infer<typeof settings>;
export type SettingKey = keyof Settings;

const settingKey = settings.keyof();

/** What holds where neither a person nor an administrator says otherwise; an old store can so read a new setting. */
export const defaultSettings: Settings = {
  theme: 'system',
  contrast: 'system',
  language: 'system',
  firstTour: true,
  exportFolder: '',
  importFolder: '',
  autoformat: true,
  tabInLists: false,
  keepRunning: false,
  // Where no feed is built in, nothing is asked all the same.
  updates: 'ask',
  updateChannel: 'stable',
  keys: {},
};

type Optional<Shape extends Record<string, z.ZodType>> = {
  readonly [Key in keyof Shape]: z.ZodExactOptional<Shape[Key]>;
};

function optional<Shape extends Record<string, z.ZodType>>(shape: Shape): Optional<Shape> {
  return Object.fromEntries(
    Object.entries(shape).map(([key, schema]) => [key, schema.exactOptional()]),
  ) as Optional<Shape>;
}

/** Some of the settings. */
export const settingsPatch = z.strictObject(optional(values));
export type SettingsPatch = z.infer<typeof settingsPatch>;

/** Where the settings of a store come from. */
export const settingsSources = z.strictObject({
  /** What a person chose. */
  chosen: settingsPatch,
  /** What holds, by the administrators' policy, until a person chooses. */
  defaults: settingsPatch,
  /** What holds, by the same policy, whatever a person chose. */
  locked: settingsPatch,
});
export type SettingsSources = z.infer<typeof settingsSources>;

/** A change that a person makes. */
export const settingsEdit = z.strictObject({
  set: settingsPatch,
  /** Settings that a person no longer chooses: they follow the policy's default, or ours. */
  reset: z.array(settingKey).max(100).readonly(),
});
export type SettingsEdit = z.infer<typeof settingsEdit>;

/**
 * What holds: what is locked, else what a person chose, else the policy's default, else ours. The keys of commands
 * stand in that order too: where two commands would have the same, the one named first has them.
 */
export function resolveSettings({ chosen, defaults, locked }: SettingsSources): Settings {
  const what = { ...defaults.keys, ...chosen.keys, ...locked.keys };
  // What is spread first stands first; what is spread last counts.
  const keys = { ...locked.keys, ...chosen.keys, ...what };
  return { ...defaultSettings, ...defaults, ...chosen, ...locked, keys };
}

/** What the policy locks of an edit: settings, and the keys of commands (`keys.format.bold`). */
export function lockedIn(
  { set, reset }: SettingsEdit,
  { locked, chosen }: SettingsSources,
): readonly string[] {
  const whole = [...Object.keys(set), ...reset].filter((key) => key !== 'keys' && Object.hasOwn(locked, key));
  const keys =
    set.keys === undefined
      ? []
      : Object.keys(locked.keys ?? {}).filter((id) => set.keys?.[id] !== chosen.keys?.[id]);
  return [...whole, ...keys.map((id) => `keys.${id}`)];
}

/** How many settings the policy locks, the keys of each command as one. */
export function countLocked({ keys = {}, ...others }: SettingsSources['locked']): number {
  return Object.keys(others).length + Object.keys(keys).length;
}

/**
 * The edit that takes another one back. Of the keys, only those that it changed go back, over what is chosen now.
 *
 * @param before what was chosen before that edit
 */
export function inverseOf(
  { set, reset }: SettingsEdit,
  before: SettingsSources['chosen'],
  now: SettingsSources['chosen'],
): SettingsEdit {
  const touched = new Set<string>([...Object.keys(set), ...reset]);
  const { keys: _keys, ...others } = before;
  const had = Object.fromEntries(Object.entries(others).filter(([key]) => touched.has(key)));
  const keys = touched.has('keys') ? keysBack(before.keys ?? {}, set.keys ?? {}, now.keys ?? {}) : {};
  const back = settingsPatch.parse({ ...had, ...(Object.keys(keys).length > 0 && { keys }) });
  return {
    set: back,
    reset: settingKey.options.filter((key) => touched.has(key) && !Object.hasOwn(back, key)),
  };
}

type Keys = Settings['keys'];

function keysBack(before: Keys, after: Keys, now: Keys): Keys {
  const isSame = (id: string): boolean => before[id] === after[id];
  const kept = Object.entries(now).filter(([id]) => isSame(id));
  const back = Object.entries(before).filter(([id]) => !isSame(id));
  return Object.fromEntries([...kept, ...back]);
}
