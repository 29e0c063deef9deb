import { type ReactNode, useEffect, useRef } from 'react';
import { classes } from '../ui/classes';
import { focusPane } from '../base/navigation/panes';
import type { Side } from './useLayout';
import { say } from '#shared/language/say';

interface SidePaneProps {
  readonly stands: Side;
  readonly side: 'start' | 'end';
  /**
   * Requested by Escape, a click beside the drawer, or focus moving to the text under it. Must be a stable function.
   */
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const drawerLook = 'absolute inset-y-0 z-30 flex w-[min(340px,88%)] bg-chrome shadow-float';

/**
 * A pane beside the text: in the row, as a drawer over the text, or hidden. It keeps its state in all three, and a
 * closing drawer passes its focus to the text.
 */
export function SidePane({ stands, side, onClose, children }: SidePaneProps) {
  const isDrawer = stands === 'drawer';
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isDrawer) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose();
    };
    const onFocusIn = ({ target }: FocusEvent) => {
      if (target instanceof Element && target.closest('[data-pane="editor"]')) onClose();
    };
    const drawer = pane.current;
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('focusin', onFocusIn);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('focusin', onFocusIn);
      if (drawer?.contains(document.activeElement)) focusPane('editor');
    };
  }, [isDrawer, onClose]);

  return (
    <>
      {isDrawer && (
        <button
          type="button"
          tabIndex={-1}
          aria-label={say('Close the drawer')}
          onClick={onClose}
          className="absolute inset-0 z-30 bg-veil"
        />
      )}
      <div
        ref={pane}
        className={classes(
          stands === 'docked' && 'contents',
          stands === 'closed' && 'hidden',
          isDrawer && drawerLook,
          isDrawer && (side === 'start' ? 'start-0' : 'end-0'),
        )}
      >
        {children}
      </div>
    </>
  );
}
