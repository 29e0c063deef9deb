import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

interface Tab<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly content: ReactNode;
}

interface TabsProps<Name extends string> {
  /** What the row of tabs is for, for a screen reader. */
  readonly label: string;
  readonly tabs: readonly Tab<Name>[];
  readonly value: Name;
  readonly onChange: (name: Name) => void;
}

/** A row of tabs and the panel of the chosen one, which scrolls by itself. */
export function Tabs<Name extends string>({ label, tabs, value, onChange }: TabsProps<Name>) {
  return (
    <Radix.Root
      value={value}
      onValueChange={(name) => onChange(name as Name)}
      className="flex h-full min-h-0 flex-col"
    >
      <Radix.List
        aria-label={label}
        className="flex min-h-[45px] shrink-0 flex-wrap items-end gap-1 border-b border-line px-2"
      >
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.name}
            value={tab.name}
            className="relative h-9 rounded-t-control px-2 font-medium text-ink-2 hover:text-ink data-[state=active]:text-ink data-[state=active]:after:absolute data-[state=active]:after:inset-x-1 data-[state=active]:after:-bottom-px data-[state=active]:after:h-0.5 data-[state=active]:after:bg-accent"
          >
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content
          key={tab.name}
          value={tab.name}
          className="min-h-0 flex-1 overflow-y-auto p-4 focus-visible:-outline-offset-2 data-[state=inactive]:hidden"
        >
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
