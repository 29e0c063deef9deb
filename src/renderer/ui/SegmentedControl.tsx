import { RadioGroup as Radix } from 'radix-ui';
import type { Choice } from './Select';

export interface SegmentedControlProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
  /** The id of what explains it. */
  readonly describedBy?: string;
  /** The field it sets, by which undo finds it. */
  readonly 'data-field'?: string;
}

/** A few choices side by side, one of which is selected. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, choices, value, onChange, disabled = false, describedBy, 'data-field': field } = props;
  return (
    <Radix.Root
      aria-label={label}
      aria-describedby={describedBy}
      data-field={field}
      orientation="horizontal"
      value={value}
      disabled={disabled}
      onValueChange={(next) => onChange(next as Value)}
      className="flex flex-wrap gap-0.5 rounded-control bg-sunken p-0.5"
    >
      {choices.map((choice) => (
        <Radix.Item
          key={choice.value}
          value={choice.value}
          className="h-7 flex-1 rounded-[6px] border border-transparent px-3 font-medium whitespace-nowrap text-ink-2 hover:text-ink disabled:opacity-55 data-[state=checked]:border-line data-[state=checked]:bg-raised data-[state=checked]:text-ink"
        >
          {choice.label}
        </Radix.Item>
      ))}
    </Radix.Root>
  );
}
