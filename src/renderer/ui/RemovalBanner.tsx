import type { ReactNode } from 'react';
import { say } from '#shared/language/say';
import { Banner } from './Banner';
import { Button } from './Button';

interface RemovalBannerProps {
  /** What the button that removes says. */
  readonly remove: string;
  readonly onKeep: () => void;
  readonly onRemove: () => void;
  /** What goes with it, and what is kept. */
  readonly children: ReactNode;
}

/** Asks once more before something is removed. */
export function RemovalBanner({ remove, onKeep, onRemove, children }: RemovalBannerProps) {
  return (
    <Banner
      tone="warn"
      actions={
        <>
          <Button onClick={onKeep}>{say('Keep')}</Button>
          <Button look="danger" onClick={onRemove}>
            {remove}
          </Button>
        </>
      }
    >
      {children}
    </Banner>
  );
}
