import type { Settings } from '#shared/domain/settings';
import type { MainBridge } from '../../bridge';
import { reportProblem } from '../notices/notices';

type Main = Pick<MainBridge, 'on'> & { readonly app: Pick<MainBridge['app'], 'settings'> };

/**
 * Takes what the editor chose for this store as it is now, and after each change, for as long as the page is there.
 * What main told meanwhile is newer than the answer, which comes by a different way.
 */
export function followSettings(main: Main, take: (settings: Settings) => void): void {
  let isTold = false;
  main.on('settings.changed', (changed) => {
    isTold = true;
    take(changed);
  });
  main.app.settings().then((read) => (isTold ? undefined : take(read)), reportProblem);
}
