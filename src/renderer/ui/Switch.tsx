import { Switch as Radix } from 'radix-ui';

interface SwitchProps {
  /** Ids of the elements that name and explain it. */
  readonly 'aria-labelledby': string;
  readonly 'aria-describedby'?: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A yes or no that holds at once. */
export function Switch({ onChange, ...rest }: SwitchProps) {
  return (
    <Radix.Root
      {...rest}
      onCheckedChange={onChange}
      // Higher than its track: 24 CSS pixels are what a finger or a shaking hand can hit (WCAG 2.2, 2.5.8).
      className="group inline-flex h-6 w-8 shrink-0 items-center rounded-full disabled:opacity-55"
    >
      <span className="inline-flex h-[18px] w-8 items-center rounded-full border border-field-line bg-sunken p-px group-data-[state=checked]:border-accent group-data-[state=checked]:bg-accent">
        <Radix.Thumb className="size-3.5 rounded-full border border-field-line bg-field-line data-[state=checked]:translate-x-3.5 rtl:data-[state=checked]:-translate-x-3.5 data-[state=checked]:border-accent-ink data-[state=checked]:bg-accent-ink" />
      </span>
    </Radix.Root>
  );
}
