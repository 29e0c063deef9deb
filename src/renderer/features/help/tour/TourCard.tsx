import { useId, useRef, useState } from 'react';
import { platform, useKeys } from '#renderer/base/commands/commandKeys';
import { keyCaps, keysOf } from '#renderer/base/commands/keySigns';
import { announce } from '#renderer/base/notices/announce';
import { Button } from '#renderer/ui/Button';
import { KeyCaps } from '#renderer/ui/KeyCaps';
import { useModal } from '#renderer/ui/useModal';
import { type CommandId, commands } from '#shared/commands';
import { say } from '#shared/language/say';
import { type TourStep, tourSteps } from './tourSteps';
import type { Box } from './placeBeside';
import { usePlace } from './usePlace';

/** How far the frame stands off the part, in CSS pixels, kept inside the window. */
const OFF = 3;

const stepAt = (index: number): TourStep => {
  const step = tourSteps[index];
  if (!step) throw new RangeError(`the tour has no step ${index}`);
  return step;
};

const stepOf = (index: number): string =>
  say('Step {step, number} of {total, number}', { step: index + 1, total: tourSteps.length });

/** The tour, over the window: a card beside the part that it speaks of, with a frame around that. */
export function TourCard({ onLeave }: { readonly onLeave: () => void }) {
  const dialog = useModal(onLeave);
  const card = useRef<HTMLDivElement>(null);
  const [index, setIndex] = useState(0);
  const [titleId, textId] = [useId(), useId()];
  const step = stepAt(index);
  const place = usePlace(step.parts, card);
  const go = (to: number) => {
    const { title, text } = stepAt(to);
    setIndex(to);
    announce([stepOf(to), title(), text()].join('. '));
  };

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      aria-describedby={textId}
      className="fixed inset-0 m-0 size-full max-h-none max-w-none overflow-hidden bg-transparent text-ink backdrop:bg-transparent"
    >
      {place && (
        <div
          aria-hidden
          data-tour-frame
          style={frameAround(place.part)}
          className="absolute rounded-control border-2 border-accent shadow-[0_0_0_200vmax_var(--veil)]"
        />
      )}
      <div
        ref={card}
        style={place?.card}
        className="absolute max-h-[calc(100vh-16px)] w-[min(340px,100vw-16px)] overflow-y-auto rounded-card border border-line bg-paper p-4 shadow-float"
      >
        <p className="text-meta text-ink-3 tabular-nums">{stepOf(index)}</p>
        <h2 id={titleId} className="mt-0.5 font-story text-title font-[560]">
          {step.title()}
        </h2>
        <p id={textId} className="mt-1.5 text-ink-2">
          {step.text()}
        </p>
        <KeysNamed commands={step.commands} />
        <Buttons index={index} onGo={go} onLeave={onLeave} />
      </div>
    </dialog>
  );
}

interface ButtonsProps {
  readonly index: number;
  readonly onGo: (to: number) => void;
  readonly onLeave: () => void;
}

/** The main button stays the same one in every step, so that it keeps the focus. */
function Buttons({ index, onGo, onLeave }: ButtonsProps) {
  const isLast = index === tourSteps.length - 1;
  return (
    <div className="mt-4 flex flex-wrap items-center gap-2">
      {!isLast && (
        <Button look="quiet" className="-ms-3" onClick={onLeave}>
          {say('Skip the tour')}
        </Button>
      )}
      <span className="flex-1" />
      {index > 0 && <Button onClick={() => onGo(index - 1)}>{say('Back')}</Button>}
      <Button look="main" data-first-focus data-goes-on onClick={isLast ? onLeave : () => onGo(index + 1)}>
        {isLast ? say('Done') : say('Next')}
      </Button>
    </div>
  );
}

function frameAround({ left, top, width, height }: Box) {
  const [start, above] = [Math.max(0, left - OFF), Math.max(0, top - OFF)];
  return {
    left: start,
    top: above,
    width: Math.min(innerWidth, left + width + OFF) - start,
    height: Math.min(innerHeight, top + height + OFF) - above,
  };
}

/** Commands with their keys as they are now; one without keys is in the menu. */
function KeysNamed({ commands: named }: { readonly commands: readonly CommandId[] }) {
  const keys = useKeys();
  return (
    <dl className="mt-3 divide-y divide-line border-y border-line">
      {named.map((id) => {
        const { accelerator } = keys[id];
        return (
          <div key={id} className="flex items-center justify-between gap-4 py-1">
            <dt>{commands[id].label()}</dt>
            <dd className="shrink-0">
              {accelerator !== null && (
                <KeyCaps caps={keyCaps(accelerator, platform())} spoken={keysOf(accelerator, platform())} />
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
