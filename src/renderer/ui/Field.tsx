import { type ReactNode, useId } from 'react';

export interface FieldProps {
  readonly label: string;
  /** The label is for a screen reader only: what is to see says it already. */
  readonly labelHidden?: boolean | undefined;
  /** Help under the control. */
  readonly hint?: ReactNode;
  /** What is wrong with what was typed. */
  readonly problem?: string | undefined;
  /** Of an element elsewhere that says what is wrong with it. */
  readonly problemId?: string | undefined;
}

interface FrameProps extends FieldProps {
  readonly children: (control: {
    id: string;
    'aria-describedby': string | undefined;
    'aria-invalid': boolean;
  }) => ReactNode;
}

/** A control with its label above, and its hint or its problem under it. */
export function Field({ label, labelHidden = false, hint, problem, problemId, children }: FrameProps) {
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
        'aria-describedby': [problemId, note && help].filter(Boolean).join(' ') || undefined,
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

/** How every control that is typed into or chosen from looks. */
export const controlLook =
  'w-full rounded-control border border-line-strong bg-raised px-2.5 text-ui text-ink aria-invalid:border-bad disabled:opacity-60 focus-visible:outline-offset-1';
