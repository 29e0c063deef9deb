import { type RefObject, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { modalOpened } from './openModals';

/** How many dialogs were opened in this window: each bears its number, by which the one on top is found. */
let opened = 0;

/**
 * Makes a `<dialog>` modal for as long as it is mounted, and returns the focus afterwards. The focus starts at the
 * element marked `data-first-focus`, or else at the first control. Escape asks for it to be closed; so does a click
 * beside it if `lightly` is set. The browser's own dialog keeps the focus inside and makes the page behind it inert,
 * without the style element that the content security policy forbids.
 */
export function useModal(onClose: () => void, lightly = false): RefObject<HTMLDialogElement | null> {
  const ref = useRef<HTMLDialogElement>(null);
  const close = useEffectEvent(onClose);

  // A layout effect's cleanup runs while the dialog is still in the page: only then does closing it return the focus.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog) return undefined;
    const onCancel = (event: Event) => {
      if (event.target !== dialog) return;
      event.preventDefault();
      close();
    };
    const onClick = (event: Event) => {
      if (lightly && event.target === dialog) close();
    };
    dialog.addEventListener('cancel', onCancel);
    dialog.addEventListener('click', onClick);
    opened += 1;
    dialog.dataset['opened'] = String(opened);
    dialog.showModal();
    const closed = modalOpened();
    dialog.querySelector<HTMLElement>('[data-first-focus]')?.focus();
    return () => {
      dialog.removeEventListener('cancel', onCancel);
      dialog.removeEventListener('click', onClick);
      dialog.close();
      closed();
    };
  }, [lightly]);

  return ref;
}
