import type { Settings } from '#shared/domain/settings';
import { bridge } from '../bridge';
import { reportProblem } from '../base/notices/problems';

const dark = matchMedia('(prefers-color-scheme: dark)');
const moreContrast = matchMedia('(prefers-contrast: more)');

type Look = Pick<Settings, 'theme' | 'contrast'>;

function draw(root: HTMLElement, { theme, contrast }: Look): void {
  root.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
  root.dataset['contrast'] = contrast === 'high' || moreContrast.matches ? 'high' : 'normal';
}

/** Keeps the page's theme as the settings and the system say, from before the first paint until it is closed. */
export function followTheme(root: HTMLElement): void {
  let look: Look = { theme: 'system', contrast: 'system' };
  const redraw = () => draw(root, look);
  const take = (settings: Settings) => {
    look = settings;
    redraw();
  };
  redraw();
  dark.addEventListener('change', redraw);
  moreContrast.addEventListener('change', redraw);
  bridge.on('settings.changed', take);
  bridge.app.settings().then(take, reportProblem);
}
