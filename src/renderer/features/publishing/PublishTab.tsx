import { useQuery } from '@tanstack/react-query';
import { ExternalLink, Send } from 'lucide-react';
import type { ReactNode } from 'react';
import { runCommand } from '#renderer/base/commands/commandBus';
import { reportProblem } from '#renderer/base/notices/notices';
import { queries } from '#renderer/base/queries/queries';
import { useNow } from '#renderer/base/time';
import { bridge } from '#renderer/bridge';
import { Banner } from '#renderer/ui/Banner';
import { Button } from '#renderer/ui/Button';
import { EmptyState } from '#renderer/ui/EmptyState';
import type { CmsAccountRow, CmsLink } from '#shared/domain/cmsAccount';
import { accountWords, everyCms, secretField } from '#shared/domain/cmsKindWords';
import type { Id } from '#shared/domain/id';
import { say } from '#shared/language/say';
import { send, showPublishing } from './sending';
import { syncWords, doubleWords, siteName } from './siteWords';

const tones = { quiet: 'text-ink-2', ok: 'text-ok', warn: 'text-warn', bad: 'text-bad' } as const;

function OpenPost({ url, children }: { readonly url: string; readonly children: ReactNode }) {
  return (
    <Button
      look="link"
      className="-ms-3"
      onClick={() => void bridge.app.openExternal({ url }).catch(reportProblem)}
    >
      <ExternalLink aria-hidden /> {children}
    </Button>
  );
}

function Doubles({ link }: { readonly link: CmsLink }) {
  if (link.doubles.length === 0) return null;
  return (
    <Banner
      tone="warn"
      actions={link.doubles.map(({ remoteId, url }) => (
        <OpenPost key={remoteId} url={url}>
          {say('Open post {number}', { number: remoteId })}
        </OpenPost>
      ))}
    >
      {doubleWords(link)}
    </Banner>
  );
}

function SitePost({ link }: { readonly link: CmsLink }) {
  const { url, alterations } = link;
  return (
    <>
      {url !== null && <OpenPost url={url}>{say('Open the post')}</OpenPost>}
      <Doubles link={link} />
      {alterations.length > 0 && (
        <div>
          <h4 className="text-meta font-medium text-ink-2">{say('Changed by the site')}</h4>
          <ul className="mt-1 list-disc space-y-1 ps-4 text-ink-2">
            {alterations.map((alteration) => (
              <li key={alteration}>{alteration}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

interface SiteProps {
  readonly articleId: Id;
  readonly account: CmsAccountRow;
  readonly link: CmsLink | undefined;
}

function SiteActions({ articleId, account, link }: SiteProps) {
  const state = link?.state.kind ?? 'never';
  const secret = secretField(account.kind).name();
  if (state === 'conflict') {
    return (
      <Button look="main" onClick={() => showPublishing({ kind: 'conflict', articleId, account })}>
        {say('Compare both versions…')}
      </Button>
    );
  }
  return (
    <>
      <Button
        disabled={state === 'sending'}
        onClick={() => void send({ articleId, account, override: null })}
      >
        <Send aria-hidden /> {state === 'never' ? say('Send as a draft') : say('Send again')}
      </Button>
      {account.secret === 'missing' && (
        <Button onClick={() => showPublishing({ kind: 'secret', account, thenSend: null })}>
          {say('Enter {secret}…', { secret })}
        </Button>
      )}
    </>
  );
}

function Site({ articleId, account, link }: SiteProps) {
  const now = useNow();
  const online = useQuery(queries.syncState).data?.online ?? true;
  const { tone, text } = syncWords(link?.state ?? { kind: 'never' }, online, now);
  return (
    <li className="space-y-2 py-4 first:pt-0">
      <div>
        <h3 className="one-line font-semibold">{siteName(account)}</h3>
        <p className="one-line text-meta text-ink-3">{accountWords(account)}</p>
      </div>
      <p role="status" className={tones[tone]}>
        {text}
      </p>
      {account.secret === 'missing' && (
        <p className="text-warn">
          {say('Missing for this site: {secret}. Enter it to send.', {
            secret: secretField(account.kind).name(),
          })}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <SiteActions {...{ articleId, account, link }} />
      </div>
      {link && <SitePost link={link} />}
    </li>
  );
}

/** An article's state on each site, and the way to send it. */
export function PublishTab({ articleId }: { readonly articleId: Id }) {
  const accounts = useQuery(queries.accounts).data;
  const { data: links, error } = useQuery(queries.links(articleId));
  if (error) return <Banner tone="bad">{error.message}</Banner>;
  if (accounts?.length === 0) {
    return (
      <EmptyState
        icon={Send}
        title={say('No account yet')}
        action={
          <Button look="main" onClick={() => void runCommand('cms.addAccount')}>
            {say('Add account…')}
          </Button>
        }
      >
        {say('Articles are sent to {systems} from here, as drafts. Add an account once.', {
          systems: everyCms(),
        })}
      </EmptyState>
    );
  }
  return (
    <ul className="divide-y divide-line">
      {accounts?.map((account) => (
        <Site
          key={account.id}
          articleId={articleId}
          account={account}
          link={links?.find(({ accountId }) => accountId === account.id)}
        />
      ))}
    </ul>
  );
}
