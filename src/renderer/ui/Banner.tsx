import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { CrossButton } from './CrossButton';
import { classes } from './classes';
import { say } from '#shared/language/say';

const tones = {
  info: { icon: Info, look: 'bg-accent-soft', sign: 'text-accent' },
  ok: { icon: CircleCheck, look: 'bg-ok-soft', sign: 'text-ok' },
  warn: { icon: TriangleAlert, look: 'bg-warn-soft', sign: 'text-warn' },
  bad: { icon: CircleAlert, look: 'bg-bad-soft', sign: 'text-bad' },
} as const;

export interface BannerProps {
  readonly tone: keyof typeof tones;
  readonly children: ReactNode;
  /** Buttons at its end. */
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
  /** Something else announces it: a screen reader must not hear it twice. */
  readonly announced?: boolean;
}

/** What the user should know now, above what it is about. Announced at once when it is bad. */
export function Banner({ tone, children, actions, onDismiss, announced = false }: BannerProps) {
  const { icon: Icon, look, sign } = tones[tone];
  return (
    <div
      role={announced ? undefined : tone === 'bad' ? 'alert' : 'status'}
      className={classes('flex flex-wrap items-center gap-3 px-4 py-2 text-ink', look)}
    >
      <Icon aria-hidden className={sign} />
      <div className="selectable min-w-40 flex-[1_1_16rem] break-words">{children}</div>
      {actions && <div className="ms-auto flex flex-wrap items-center gap-3">{actions}</div>}
      {onDismiss && <CrossButton label={say('Dismiss')} onPress={onDismiss} className="size-6" />}
    </div>
  );
}
