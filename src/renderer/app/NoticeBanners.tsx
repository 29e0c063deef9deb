import { useEffect } from 'react';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { announce } from '../base/notices/announce';
import { dismissNotice, type Notice, useNotices } from '../base/notices/notices';
import { say } from '#shared/language/say';

function NoticeBanner({ notice }: { readonly notice: Notice }) {
  const { topic, tone, text, action } = notice;
  useEffect(() => announce(notice.text), [notice]);
  const act = action && (
    <Button
      look="quiet"
      className="h-7"
      onClick={() => {
        dismissNotice(topic);
        action.run();
      }}
    >
      {action.label}
    </Button>
  );
  return (
    <Banner tone={tone} announced actions={act} onDismiss={() => dismissNotice(topic)}>
      {text}
    </Banner>
  );
}

/** The notices, over all panes. */
export function NoticeBanners() {
  const notices = useNotices();
  if (notices.length === 0) return null;
  return (
    <section
      aria-label={say('Notices')}
      tabIndex={-1}
      className="max-h-[50vh] shrink-0 divide-y overflow-y-auto divide-line border-b border-line"
    >
      {notices.map((notice) => (
        <NoticeBanner key={notice.topic} notice={notice} />
      ))}
    </section>
  );
}
