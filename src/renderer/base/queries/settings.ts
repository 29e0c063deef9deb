import { type Settings, defaultSettings } from '#shared/domain/settings';
import { bridge } from '../../bridge';
import { observable, useObservable } from '../observable';
import { followSettings } from './followSettings';

/** What the editor chose for this store; the defaults until it has been read. */
const chosen = observable<Settings>(defaultSettings);

followSettings(bridge, (next) => chosen.set(() => next));

export const currentSettings: () => Settings = chosen.get;

export const useSettings = (): Settings => useObservable(chosen);
