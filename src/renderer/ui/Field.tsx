import { type ReactNode, useId } from 'react';

export interface FieldProps {
  readonly label: string;
  /** The label is only for screen readers: the visible context already says it. */
  readonly labelHidden?: boolean | undefined;
  /** Help under the control. */
  readonly hint?: ReactNode;
  /** The ids of what explains it elsewhere. */
  readonly describedBy?: string | undefined;
  /** What is wrong with what was typed. */
  readonly problem?: string | undefined;
  /** The id of an element elsewhere that says what is wrong with it. */
  readonly problemId?: string | undefined;
}

interface FrameProps extends FieldProps {
  readonly children: (control: {
    id: string;
    'aria-describedby': string | undefined;
    'aria-invalid': boolean;
  }) => ReactNode;
}

/** A control with its label above, and its hint or problem below. */
export function Field({
  label,
  labelHidden = false,
  hint,
  describedBy,
  problem,
  problemId,
  children,
}: FrameProps) {
  const id = useId();
  const help = useId();
  const note = problem ?? hint;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'text-meta font-medium text-ink-2'}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': [describedBy, problemId, note && help].filter(Boolean).join(' ') || undefined,
        'aria-invalid': problem !== undefined || problemId !== undefined,
      })}
      {note && (
        <p
          id={help}
          role={problem === undefined ? undefined : 'alert'}
          className={problem === undefined ? 'text-meta text-ink-3' : 'text-meta text-bad'}
        >
          {note}
        </p>
      )}
    </div>
  );
}

/** The look of every control that is typed into or chosen from. */
export const controlLook =
  'w-full rounded-control border border-line-strong bg-raised px-2.5 text-ui text-ink aria-invalid:border-bad disabled:opacity-60 focus-visible:outline-offset-1';
