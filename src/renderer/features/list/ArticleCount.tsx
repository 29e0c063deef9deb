import { VisuallyHidden } from '#renderer/ui/VisuallyHidden';
import { figure } from '#shared/language/formats';
import { say } from '#shared/language/say';

/** A number of articles: the figure alone to see, and of what to hear. */
export function ArticleCount({ count }: { readonly count: number }) {
  return (
    <>
      <span aria-hidden>{figure(count)}</span>
      <VisuallyHidden>{say('{count, plural, one {# article} other {# articles}}', { count })}</VisuallyHidden>
    </>
  );
}
