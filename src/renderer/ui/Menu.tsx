import { DropdownMenu as Radix } from 'radix-ui';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes';

export interface MenuItem {
  readonly label: string;
  readonly icon?: LucideIcon;
  /** The keys that do the same, as they are shown. */
  readonly keys?: string | undefined;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
}

interface MenuProps {
  /** The button that opens it; it must take a ref. */
  readonly trigger: ReactNode;
  readonly items: readonly MenuItem[];
  readonly align?: 'start' | 'end';
}

/** A menu under a button. Not modal: a modal one would inject styles that the content security policy forbids. */
export function Menu({ trigger, items, align = 'end' }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-40 min-w-44 rounded-card border border-line bg-raised p-1 shadow-float"
        >
          {items.map(({ label, icon: Icon, keys, danger, disabled, onSelect }) => (
            <Radix.Item
              key={label}
              disabled={disabled ?? false}
              onSelect={onSelect}
              className={classes(
                'flex h-8 items-center gap-2.5 rounded-control px-2 outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-accent-soft',
                danger ? 'text-bad' : 'text-ink',
              )}
            >
              {Icon && <Icon aria-hidden />}
              <span className="flex-1">{label}</span>
              {keys && <kbd className="font-sans text-meta text-ink-3">{keys}</kbd>}
            </Radix.Item>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
