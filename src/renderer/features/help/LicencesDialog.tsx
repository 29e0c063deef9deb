import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '#renderer/base/commands/commandBus';
import { queries } from '#renderer/base/queries/queries';
import { Banner } from '#renderer/ui/Banner';
import { Button } from '#renderer/ui/Button';
import { Dialog } from '#renderer/ui/Dialog';
import { toFailure } from '#shared/domain/failure';
import { say } from '#shared/language/say';

function Licences({ onClose }: { readonly onClose: () => void }) {
  const { data, error } = useQuery(queries.licences);
  return (
    <Dialog
      title={say('Licences')}
      about={say('The work that Nutgraf is made of, and the terms under which it is yours too.')}
      width="large"
      reading
      onClose={onClose}
      actions={<Button onClick={onClose}>{say('Close')}</Button>}
    >
      {error && <Banner tone="bad">{toFailure(error).message}</Banner>}
      <div lang="en" dir="ltr" className="break-words whitespace-pre-wrap">
        {data}
      </div>
    </Dialog>
  );
}

/** Handles the command that shows the licences. */
export function LicencesDialog() {
  const [open, setOpen] = useState(false);
  useCommand('help.licences', () => setOpen(true));
  return open ? <Licences onClose={() => setOpen(false)} /> : null;
}
