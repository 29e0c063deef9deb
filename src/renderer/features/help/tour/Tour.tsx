import { useEffect, useState } from 'react';
import { useCommand } from '#renderer/base/commands/commandBus';
import { useNavigation } from '#renderer/base/navigation/NavigationProvider';
import { reportProblem } from '#renderer/base/notices/notices';
import { currentSettings, useSettings } from '#renderer/base/queries/settings';
import { bridge } from '#renderer/bridge';
import type { Id } from '#shared/domain/id';
import { TourCard } from './TourCard';

/** The tour as it is shown: over which article, or none, and whether somebody asked for it. */
interface Showing {
  readonly over: Id | null;
  readonly isAsked: boolean;
}

/** Remembers that the tour was finished or skipped, unless the newsroom's policy decides when it is shown. */
async function remember(): Promise<void> {
  if (!currentSettings().firstTour) return;
  const { locked } = await bridge.app.settingsSources();
  if (!Object.hasOwn(locked, 'firstTour'))
    await bridge.app.changeSettings({ set: { firstTour: false }, reset: [] });
}

/**
 * Shows the tour at a first start, and when its command asks for it. An article that opens meanwhile, from a file for
 * example, ends it; so does another window of a first start where it was finished or skipped.
 */
export function Tour() {
  const { articleId } = useNavigation();
  const { firstTour } = useSettings();
  const [showing, setShowing] = useState<Showing | null>(null);
  useEffect(() => {
    // Nobody is taken out of a dialog that they opened meanwhile.
    const begin = (offered: boolean) => {
      if (offered && document.querySelector('dialog[open]') === null)
        setShowing((now) => now ?? { over: null, isAsked: false });
    };
    bridge.app.offersTour().then(begin, reportProblem);
  }, []);
  useCommand('help.tour', () => setShowing({ over: articleId, isAsked: true }));
  if (!showing) return null;
  if (showing.over !== articleId || (!showing.isAsked && !firstTour)) {
    setShowing(null);
    return null;
  }
  const leave = () => {
    setShowing(null);
    remember().catch(reportProblem);
  };
  return <TourCard onLeave={leave} />;
}
