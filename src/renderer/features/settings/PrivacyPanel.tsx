import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { runCommand } from '#renderer/base/commands/commandBus';
import { queries } from '#renderer/base/queries/queries';
import { useAttempt } from '#renderer/base/queries/useAttempt';
import { bridge } from '#renderer/bridge';
import { Banner } from '#renderer/ui/Banner';
import { Button } from '#renderer/ui/Button';
import { classes } from '#renderer/ui/classes';
import { say } from '#shared/language/say';
import { useHit } from './searchMarks';
import { Card } from './SettingRows';

interface FactProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

function Fact({ label, children, action }: FactProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-3.5 py-2">
      <div className="min-w-52 flex-1">
        <div className="font-medium">{label}</div>
        <div className="selectable text-meta break-words text-ink-2">{children}</div>
      </div>
      {action}
    </div>
  );
}

/** What is kept where, what leaves this computer, and what a person can send with a report of a fault. */
export function PrivacyPanel() {
  const places = useQuery(queries.places).data;
  const { look, ...hit } = useHit('privacy');
  return (
    <div {...hit} className={classes('space-y-5', look)}>
      <Card heading={say('Kept on this computer')}>
        <Fact
          label={say('Articles, versions, images and backups')}
          action={
            <Button onClick={() => void runCommand('help.storeFolder')}>{say('Open the folder')}</Button>
          }
        >
          <bdi>{places?.store}</bdi>
        </Fact>
        <Fact label={say('Passwords of sites')}>
          {say('In the system’s keyring; where there is none, until Nutgraf closes.')}
        </Fact>
        <Fact label={say('Log')}>
          <bdi>{places?.log}</bdi>
          <br />
          {say('What went wrong inside Nutgraf. It stays here.')}
        </Fact>
        <Fact label={say('Not encrypted')}>
          {say('Whoever can read your files can read the articles. Use the system’s disk encryption.')}
        </Fact>
      </Card>
      <Card heading={say('What leaves this computer')}>
        <Fact label={say('What you send')}>
          {say(
            'Nutgraf speaks to the sites that you added, and to no others. An article goes to one of them when you send it there.',
          )}
        </Fact>
        <Fact label={say('No telemetry')}>
          {say(
            'Nutgraf counts nothing and reports nothing. Links and embeds are loaded by nobody but you, in the browser.',
          )}
        </Fact>
        <Fact label={say('Newer versions')}>
          {say('An installed Nutgraf may look for a newer version. Updates says whether it does.')}
        </Fact>
      </Card>
      <Card heading={say('Report of a fault')}>
        <Diagnostics />
      </Card>
    </div>
  );
}

function Diagnostics() {
  const { problem, attempt } = useAttempt();
  const [isCopied, setCopied] = useState(false);
  const copy = () =>
    attempt(async () => {
      await bridge.app.copyDiagnostics();
      setCopied(true);
    });
  return (
    <>
      <Fact
        label={say('Diagnostics')}
        action={<Button onClick={() => void copy()}>{say('Copy diagnostics')}</Button>}
      >
        {say(
          'Versions, settings, counts, and where the log says something failed. No text, headline, folder, address or name.',
        )}
      </Fact>
      {problem !== null && <Banner tone="bad">{problem}</Banner>}
      {isCopied && (
        <Banner tone="ok">{say('On the clipboard. Read them through before you send them.')}</Banner>
      )}
    </>
  );
}
