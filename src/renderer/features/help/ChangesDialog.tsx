import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '#renderer/base/commands/commandBus';
import { queries } from '#renderer/base/queries/queries';
import { Banner } from '#renderer/ui/Banner';
import { Button } from '#renderer/ui/Button';
import { Dialog } from '#renderer/ui/Dialog';
import { type VersionChanges, readChangelog } from '#shared/domain/changelog';
import { toFailure } from '#shared/domain/failure';
import { say } from '#shared/language/say';
import { dateFormat } from '#shared/language/formats';

const day = dateFormat({ dateStyle: 'long', timeZone: 'UTC' });

function Changes({ onClose }: { readonly onClose: () => void }) {
  const { data, error } = useQuery(queries.changes);
  return (
    <Dialog
      title={say('What’s new')}
      about={say('What has changed for you, the newest version first.')}
      reading
      onClose={onClose}
      actions={<Button onClick={onClose}>{say('Close')}</Button>}
    >
      {error && <Banner tone="bad">{toFailure(error).message}</Banner>}
      <div className="selectable flex flex-col gap-6">
        {readChangelog(data ?? '').map((version) => (
          <Version key={version.version} {...version} />
        ))}
      </div>
    </Dialog>
  );
}

function Version({ version, day: released, groups }: VersionChanges) {
  return (
    <section aria-label={say('Version {version}', { version })}>
      <h3 className="text-list font-semibold">
        {released === null ? say('In this version') : `${version} · ${day().format(Date.parse(released))}`}
      </h3>
      {groups.map(({ title, changes }) => (
        // In English, as the changes are written.
        <div key={title} lang="en" dir="ltr">
          <h4 className="mt-3 font-semibold text-ink-2">{title}</h4>
          <ul className="mt-1 list-disc space-y-1 ps-5">
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

/** Handles the command that shows what is new. */
export function ChangesDialog() {
  const [open, setOpen] = useState(false);
  useCommand('help.changes', () => setOpen(true));
  return open ? <Changes onClose={() => setOpen(false)} /> : null;
}
