import type { KeyboardEvent } from 'react';

const steps: Readonly<Record<string, 1 | -1>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Moves the focus to the chip before or behind the one that has it, and between the last chip and the field. */
export function walkChips(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  const group = event.currentTarget.closest('fieldset');
  if (step === undefined || !group) return;
  const stops = [...group.querySelectorAll<HTMLElement>('.hashtag button, input')];
  const next = stops[stops.indexOf(event.currentTarget) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
