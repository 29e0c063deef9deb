import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
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

export interface SettingsEdits {
  readonly settings: Settings;
  readonly sources: SettingsSources;
  readonly isLocked: (key: keyof Settings) => boolean;
  readonly edit: (edit: Partial<SettingsEdit>) => Promise<void>;
  /** Takes back the last change since the dialog was opened; null where there is none. */
  readonly undo: (() => Promise<void>) | null;
  /** Why the last change was not kept. */
  readonly problem: string | null;
}

/** The settings, and how they are changed: each change is kept at once. Null until they are read. */
export function useSettingsEdits(): SettingsEdits | null {
  const client = useQueryClient();
  const { queryKey } = queries.settingsSources;
  const { data: sources } = useQuery(queries.settingsSources);
  const { problem, attempt } = useAttempt();
  const [inverses, setInverses] = useState<readonly SettingsEdit[]>([]);
  if (!sources) return null;

  const keep = async (edit: SettingsEdit): Promise<SettingsEdit> => {
    const { chosen } = client.getQueryData(queryKey) ?? sources;
    client.setQueryData(queryKey, await bridge.app.changeSettings(edit));
    return inverseOf(edit, chosen);
  };
  const edit = ({ set = {}, reset = [] }: Partial<SettingsEdit>) =>
    attempt(async () => {
      const inverse = await keep({ set, reset });
      setInverses((known) => [...known, inverse]);
    });
  const last = inverses.at(-1);
  const undo = last
    ? () =>
        attempt(async () => {
          await keep(last);
          setInverses((known) => known.filter((one) => one !== last));
          announce('The last change is undone.');
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
