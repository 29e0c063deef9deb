import { DropdownMenu as Radix } from 'radix-ui';
import type { LucideIcon } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import type { ComponentProps, KeyboardEvent, PointerEvent } from 'react';
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
  /** The button that opens it. */
  readonly button: Pick<ComponentProps<'button'>, 'aria-label' | 'className' | 'children'>;
  readonly items: readonly MenuItem[];
  readonly align?: 'start' | 'end';
}

/** A menu under a button. Not modal: a modal one would inject styles that the content security policy forbids. */
export function Menu({ button, items, align = 'end' }: MenuProps) {
  const { isMounted, isOpen, setOpen, own, content } = useMenu();
  return (
    <span className="relative inline-flex shrink-0">
      <button type="button" {...button} {...own} />
      {isMounted && (
        <Radix.Root modal={false} open={isOpen} onOpenChange={setOpen}>
          <Radix.Trigger asChild>
            <span aria-hidden className="pointer-events-none absolute inset-0" />
          </Radix.Trigger>
          <Radix.Portal>
            <Radix.Content
              {...content}
              align={align}
              sideOffset={4}
              collisionPadding={8}
              className="z-40 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 overflow-y-auto rounded-card border border-line bg-raised p-1 shadow-float"
            >
              {items.map((item) => (
                <Item key={item.label} {...item} />
              ))}
            </Radix.Content>
          </Radix.Portal>
        </Radix.Root>
      )}
    </span>
  );
}

/**
 * A menu that is mounted hears every key of the window, and a long story has one for each of its slots: so it is there
 * only while the pointer or the focus is at its button, or it is open. The button is no part of it, and keeps its focus.
 */
function useMenu() {
  const [isNear, setNear] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const isLeftByPointer = useRef(false);
  const [id, contentId] = [useId(), useId()];
  const comes = (): void => setNear(true);
  const own = {
    id,
    ref: button,
    'aria-haspopup': 'menu' as const,
    'aria-expanded': isOpen,
    'aria-controls': isOpen ? contentId : undefined,
    onPointerEnter: comes,
    onFocus: comes,
    onPointerLeave: () => setNear(button.current === document.activeElement),
    onBlur: () => setNear(false),
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0 || event.ctrlKey) return;
      setOpen(!isOpen);
      // The focus goes into the menu, not to the button.
      if (!isOpen) event.preventDefault();
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (!['Enter', ' ', 'ArrowDown'].includes(event.key)) return;
      setOpen(!isOpen || event.key === 'ArrowDown');
      event.preventDefault();
    },
  };
  const content = {
    id: contentId,
    'aria-labelledby': id,
    onInteractOutside: () => {
      isLeftByPointer.current = true;
    },
    onCloseAutoFocus: (event: Event) => {
      if (!isLeftByPointer.current) button.current?.focus();
      isLeftByPointer.current = false;
      event.preventDefault();
    },
  };
  return { isMounted: isNear || isOpen, isOpen, setOpen, own, content };
}

function Item({ label, icon: Icon, keys, danger, disabled, onSelect }: MenuItem) {
  return (
    <Radix.Item
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
  );
}
