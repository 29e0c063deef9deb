import { type Settings, settings } from '#shared/domain/settings';
import { bridge } from '../../bridge';
import { observable } from '../observable';
import { reportProblem } from '../notices/problems';

/** What the editor chose for this store; the defaults until it has been read. */
const chosen = observable<Settings>(settings.parse({}));

bridge.on('settings.changed', (next) => chosen.set(() => next));
bridge.app.settings().then((next) => chosen.set(() => next), reportProblem);

export const currentSettings: () => Settings = chosen.get;
