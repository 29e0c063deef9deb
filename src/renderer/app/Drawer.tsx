import { type ReactNode, useEffect } from 'react';
import { classes } from '../ui/classes';

interface DrawerProps {
  readonly side: 'left' | 'right';
  /** Must keep its identity. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Lays a pane over the text where the window is too narrow for it. Escape and a click beside it close it. */
export function Drawer({ side, onClose, children }: DrawerProps) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onClose]);
  return (
    <div className={classes('absolute inset-0 z-30 flex', side === 'right' && 'justify-end')}>
      <button
        type="button"
        tabIndex={-1}
        aria-label="Close the drawer"
        onClick={onClose}
        className="absolute inset-0 bg-veil"
      />
      <div className="relative flex h-full w-[min(340px,88%)] bg-chrome shadow-float">{children}</div>
    </div>
  );
}
