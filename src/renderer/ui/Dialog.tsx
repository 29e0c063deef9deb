import { type ReactNode, useId } from 'react';
import { CloseButton } from './CloseButton';
import { classes } from './classes';
import { useModal } from './useModal';

const widths = {
  small: 'w-[440px]',
  medium: 'w-[620px]',
  large: 'w-[860px]',
  /** The whole window, less a margin. */
  full: 'w-[calc(100vw-48px)] h-[calc(100vh-48px)]',
} as const;

export interface DialogProps {
  readonly title: string;
  /** A sentence under the title. */
  readonly about?: ReactNode;
  readonly width?: keyof typeof widths;
  /** Its content is read-only: it takes the focus itself, so that keys scroll it. */
  readonly reading?: boolean;
  /** The row of buttons, the main one last. */
  readonly actions?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A modal dialog: open while it is mounted. */
export function Dialog(props: DialogProps) {
  const { title, about, width = 'medium', reading = false, actions, onClose, children } = props;
  const dialog = useModal(onClose);
  const titleId = useId();
  const aboutId = useId();

  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      aria-labelledby={titleId}
      aria-describedby={about ? aboutId : undefined}
      className={classes(
        'm-auto max-h-[calc(100vh-48px)] max-w-[calc(100vw-48px)] flex-col overflow-hidden rounded-card border border-line',
        // Where zoom leaves little room, the dialog fills the window and scrolls as a whole.
        'max-[480px]:max-w-[calc(100vw-16px)] [@media(height<480px)]:max-h-[calc(100vh-16px)] [@media(height<480px)]:overflow-y-auto',
        'bg-paper text-ink shadow-float open:flex',
        widths[width],
      )}
    >
      <Heading title={title} titleId={titleId} about={about} aboutId={aboutId} />
      <div
        {...(reading && { role: 'document', tabIndex: 0, 'aria-labelledby': titleId })}
        className="min-h-0 flex-1 overflow-y-auto px-5 py-4 focus-visible:-outline-offset-2 [@media(height<480px)]:flex-none [@media(height<480px)]:overflow-visible"
      >
        {children}
      </div>
      {actions && (
        <div className="flex flex-wrap items-center justify-end gap-2 border-t border-line bg-chrome px-5 py-3">
          {actions}
        </div>
      )}
      <CloseButton onClose={onClose} />
    </dialog>
  );
}

type HeadingProps = Pick<DialogProps, 'title' | 'about'> & {
  readonly titleId: string;
  readonly aboutId: string;
};

function Heading({ title, titleId, about, aboutId }: HeadingProps) {
  return (
    <div className="border-b border-line bg-chrome py-4 ps-5 pe-14">
      <h2 id={titleId} className="font-story text-title font-[560] break-words">
        {title}
      </h2>
      {about && (
        <p id={aboutId} className="mt-0.5 text-ink-2">
          {about}
        </p>
      )}
    </div>
  );
}
