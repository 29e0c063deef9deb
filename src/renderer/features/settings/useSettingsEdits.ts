import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { announce } from '#renderer/base/notices/announce';
import { queries } from '#renderer/base/queries/queries';
import { useAttempt } from '#renderer/base/queries/useAttempt';
import { bridge } from '#renderer/bridge';
import {
  type Settings,
  type SettingsEdit,
  type SettingsSources,
  inverseOf,
  resolveSettings,
} from '#shared/domain/settings';
import { say } from '#shared/language/say';

type Change = Partial<SettingsEdit>;

export interface SettingsEdits {
  readonly settings: Settings;
  readonly sources: SettingsSources;
  readonly isLocked: (key: keyof Settings) => boolean;
  /** One after the other; a change may be made from what holds when its turn comes. */
  readonly edit: (change: Change | ((now: SettingsSources) => Change)) => Promise<void>;
  /** Takes back the last change since the dialog was opened; null where there is none. */
  readonly undo: (() => Promise<void>) | null;
  /** Why the last change was not kept. */
  readonly problem: string | null;
}

/** A change that was kept. */
interface Done {
  readonly edit: SettingsEdit;
  readonly before: SettingsSources['chosen'];
}

/** The settings, and how they are changed: each change is kept at once. Null until they are read. */
export function useSettingsEdits(): SettingsEdits | null {
  const client = useQueryClient();
  const { queryKey } = queries.settingsSources;
  const { data: sources } = useQuery(queries.settingsSources);
  const { problem, attempt } = useAttempt();
  const [dones, setDones] = useState<readonly Done[]>([]);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  if (!sources) return null;

  const keep = (changeFrom: (now: SettingsSources) => Change): Promise<Done> => {
    const turn = queue.current.then(async () => {
      const now = await bridge.app.settingsSources();
      const edit = { set: {}, reset: [], ...changeFrom(now) };
      client.setQueryData(queryKey, await bridge.app.changeSettings(edit));
      return { edit, before: now.chosen };
    });
    queue.current = turn.catch(() => undefined);
    return turn;
  };
  const edit: SettingsEdits['edit'] = (change) =>
    attempt(async () => {
      const done = await keep(typeof change === 'function' ? change : () => change);
      setDones((known) => [...known, done]);
    });
  const last = dones.at(-1);
  const undo = last
    ? () =>
        attempt(async () => {
          await keep(({ chosen }) => inverseOf(last.edit, last.before, chosen));
          setDones((known) => known.filter((one) => one !== last));
          announce(say('The last change is undone.'));
        })
    : null;
  return {
    settings: resolveSettings(sources),
    sources,
    // Of the keys, the policy locks those of single commands.
    isLocked: (key) => key !== 'keys' && Object.hasOwn(sources.locked, key),
    edit,
    undo,
    problem,
  };
}
