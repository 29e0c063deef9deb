import '#shared/jitless';
// Before what takes longer to run, so that the catalogue loads, and main reads, meanwhile.
import { spoken } from './base/spoken';
import { windowClient } from './base/queries/firstReads';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Direction } from 'radix-ui';
import { type ReactNode, StrictMode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import type { Settings } from '#shared/domain/settings';
import { directionOf } from '#shared/language/languages';
import { spokenLanguage } from '#shared/language/say';
import { Frame } from './app/Frame';
import './app/styles.css';
import { useMenuCommands } from './base/commands/commandBus';
import { listenToInputMethods } from './base/composition';
import { NavigationProvider } from './base/navigation/NavigationProvider';
import { listenToPaneKeys } from './base/navigation/panes';
import { followSettings } from './base/queries/followSettings';
import { useLiveQueries } from './base/queries/liveQueries';
import { bridge } from './bridge';
import { TooltipProvider } from './ui/Tooltip';

const dark = matchMedia('(prefers-color-scheme: dark)');
const moreContrast = matchMedia('(prefers-contrast: more)');

type Look = Pick<Settings, 'theme' | 'contrast'>;

function draw(root: HTMLElement, { theme, contrast }: Look): void {
  root.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
  root.dataset['contrast'] = contrast === 'high' || moreContrast.matches ? 'high' : 'normal';
}

/** Keeps the page's theme in step with the settings and the system, from before the first paint until it closes. */
function followTheme(root: HTMLElement): void {
  let look: Look = { theme: 'system', contrast: 'system' };
  const redraw = () => draw(root, look);
  const take = (settings: Settings) => {
    look = settings;
    redraw();
  };
  redraw();
  dark.addEventListener('change', redraw);
  moreContrast.addEventListener('change', redraw);
  followSettings(bridge, take);
}

/** What the window hears, from its first moment to its last: from main, and keys of no single part. */
function Listening({ children }: { readonly children: ReactNode }) {
  useMenuCommands();
  useLiveQueries();
  useEffect(listenToPaneKeys, []);
  return children;
}

/** The interface, over a client that lives as long as the page. */
function App({ client }: { readonly client: QueryClient }) {
  return (
    <QueryClientProvider client={client}>
      <Listening>
        <Direction.Provider dir={directionOf(spokenLanguage())}>
          <TooltipProvider>
            <NavigationProvider>
              <Frame />
            </NavigationProvider>
          </TooltipProvider>
        </Direction.Provider>
      </Listening>
    </QueryClientProvider>
  );
}

followTheme(document.documentElement);
await spoken;
listenToInputMethods();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App client={windowClient} />
  </StrictMode>,
);
