import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '#renderer/ui/Button';
import { Dialog } from '#renderer/ui/Dialog';
import { bridge } from '#renderer/bridge';
import { openArticles } from '../useOpenArticle';
import { say } from '#shared/language/say';

/** Lets the window close only when everything is saved; if that fails, the user decides. */
export function ClosingGuard() {
  const [asks, setAsks] = useState(false);
  const gaveUp = useRef(false);
  const tryToClose = useCallback(async (): Promise<void> => {
    const safe = gaveUp.current || (await openArticles.secureAll());
    setAsks(!safe);
    if (safe) await bridge.app.readyToClose();
  }, []);
  useEffect(() => bridge.on('window.closing', () => void tryToClose()), [tryToClose]);
  const closeNow = (givesUp: boolean) => () => {
    gaveUp.current = givesUp;
    // Main may have stopped waiting for an answer by now: then closing the window makes it ask again.
    window.close();
    void tryToClose();
  };
  if (!asks) return null;
  return (
    <Dialog
      title={say('Some changes are not saved')}
      about={say('The latest changes could not be stored, usually because the disk is full.')}
      width="small"
      onClose={() => setAsks(false)}
      actions={
        <>
          <Button look="danger" onClick={closeNow(true)}>
            {say('Close and lose them')}
          </Button>
          <Button onClick={closeNow(false)}>{say('Try again')}</Button>
          <Button look="main" onClick={() => setAsks(false)}>
            {say('Keep the window open')}
          </Button>
        </>
      }
    >
      {say(
        'They are safe while this window stays open. Free some space and try again, or copy the text elsewhere.',
      )}
    </Dialog>
  );
}
