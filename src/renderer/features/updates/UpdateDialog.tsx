import { useQuery } from '@tanstack/react-query';
import { useCommand } from '#renderer/base/commands/commandBus';
import { useObservable } from '#renderer/base/observable';
import { queries } from '#renderer/base/queries/queries';
import { useAttempt } from '#renderer/base/queries/useAttempt';
import { bridge } from '#renderer/bridge';
import { Banner } from '#renderer/ui/Banner';
import { Button } from '#renderer/ui/Button';
import { Dialog } from '#renderer/ui/Dialog';
import { Progress } from '#renderer/ui/Progress';
import { toFailure } from '#shared/domain/failure';
import type { UpdateOffer, UpdateState } from '#shared/domain/update';
import { say } from '#shared/language/say';
import { useUpdateNotices } from './useUpdateNotices';
import { closeUpdateDialog, openUpdateDialog, updateDialogOpen } from './updateDialogOpen';
import { releaseWords, updateWords } from './updateWords';

/** The version that a state is about; null where it is about none. */
const offerIn = (state: UpdateState): UpdateOffer | null => ('offer' in state ? state.offer : null);

/** What can be done now, the main thing last; null where only the dialog can be closed. */
function actionsFor(state: UpdateState): readonly Action[] {
  switch (state.kind) {
    case 'available':
      if (state.offer.way === 'download') return [{ label: say('Download'), run: bridge.updates.download }];
      return state.offer.way === 'page'
        ? [{ label: say('Open the download page'), run: bridge.updates.openPage }]
        : [];
    case 'downloading':
    case 'checking':
      return [{ label: say('Cancel the download'), run: bridge.updates.cancel }];
    case 'ready':
      if (state.waitsFor !== null) return [{ label: say('Do not restart'), run: bridge.updates.cancel }];
      return [{ label: say('Restart now'), run: bridge.updates.restart }];
    case 'failed':
      if (state.offer !== null) return [{ label: say('Download again'), run: bridge.updates.download }];
      return [{ label: say('Look again'), run: bridge.updates.look }];
    default:
      return [];
  }
}

interface Action {
  readonly label: string;
  readonly run: () => Promise<unknown>;
}

/** Ends or undoes something: never the main thing of the dialog. */
const isEnding = (state: UpdateState): boolean =>
  state.kind === 'downloading' ||
  state.kind === 'checking' ||
  (state.kind === 'ready' && state.waitsFor !== null);

function Update({ onClose }: { readonly onClose: () => void }) {
  const { data: state, error } = useQuery(queries.update);
  const { problem, attempt } = useAttempt();
  if (state === undefined) return error && <Failed message={toFailure(error).message} onClose={onClose} />;
  const offer = offerIn(state);
  const actions = actionsFor(state).map(({ label, run }) => (
    <Button key={label} look={isEnding(state) ? 'plain' : 'main'} onClick={() => void attempt(run)}>
      {label}
    </Button>
  ));
  return (
    <Dialog
      title={offer === null ? say('Updates') : `Nutgraf ${offer.version}`}
      about={offer === null ? undefined : releaseWords(offer)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>
            {state.kind === 'ready' && state.waitsFor === null ? say('Later') : say('Close')}
          </Button>
          {actions}
        </>
      }
    >
      <div className="space-y-3">
        {problem && <Banner tone="bad">{problem}</Banner>}
        <State state={state} />
        {offer !== null && <Notes notes={offer.notes} />}
      </div>
    </Dialog>
  );
}

function Failed({ message, onClose }: { readonly message: string; readonly onClose: () => void }) {
  return (
    <Dialog
      title={say('Updates')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{say('Close')}</Button>}
    >
      <Banner tone="bad">{message}</Banner>
    </Dialog>
  );
}

function State({ state }: { readonly state: UpdateState }) {
  if (state.kind === 'failed') return <Banner tone="warn">{updateWords(state)}</Banner>;
  return (
    <div className="space-y-2">
      {state.kind === 'downloading' && (
        <Progress label={say('Download of the update')} done={state.received} total={state.offer.bytes} />
      )}
      <p role={state.kind === 'downloading' ? undefined : 'status'}>{updateWords(state)}</p>
    </div>
  );
}

function Notes({ notes }: { readonly notes: string }) {
  return (
    <section aria-labelledby="update-notes">
      <h3 id="update-notes" className="font-semibold">
        {say('What is new')}
      </h3>
      <div dir="auto" className="selectable mt-1 break-words whitespace-pre-wrap">
        {notes}
      </div>
    </section>
  );
}

/** Handles the command that looks for updates, and tells of what was found, here or by a notice over the panes. */
export function UpdateDialog() {
  const isOpen = useObservable(updateDialogOpen);
  useUpdateNotices(useQuery(queries.update).data, isOpen);
  useCommand('help.updates', async () => {
    openUpdateDialog();
    await bridge.updates.look();
  });
  return isOpen ? <Update onClose={closeUpdateDialog} /> : null;
}
