import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  /** What belongs here. */
  readonly children: ReactNode;
  /** The one thing to do. */
  readonly action?: ReactNode;
}

export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="flex h-full flex-col items-center justify-center gap-1.5 px-6 pb-10 text-center">
      <Icon aria-hidden className="mb-1.5 !size-6 text-ink-3" />
      <h2 className="font-story text-title font-[560]">{title}</h2>
      <div className="max-w-80 text-ink-2">{children}</div>
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
