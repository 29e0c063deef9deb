import type { KeyboardEvent } from 'react';
import type { TextField } from '#shared/domain/fields';
import { focusText } from '../body/focusText';
import type { OpenArticle } from '../openArticle';
import { useScript } from '../script/useScript';
import { HashtagField } from '../hashtags/HashtagField';
import { InlineField } from './InlineField';
import { SectionChip } from './SectionChip';
import { StoryField } from './StoryField';

interface StoryHeadProps {
  readonly article: OpenArticle;
  readonly readOnly: boolean;
}

/** What stands over the body: section, headline, standfirst, the quiet fields and the hashtags. */
export function StoryHead({ article, readOnly }: StoryHeadProps) {
  const { direction, language } = useScript(article);
  const field = (name: TextField) => ({ article, name, readOnly });
  return (
    <header className="story-head" dir={direction} lang={language || undefined}>
      <div className="story-place">
        <SectionChip article={article} readOnly={readOnly} />
        <InlineField {...field('kicker')} />
      </div>
      <StoryField {...field('headline')} onEnter={focusNextField} />
      <StoryField {...field('standfirst')} onEnter={() => goToText(article)} />
      <div className="story-signature">
        <InlineField {...field('byline')} />
        <InlineField {...field('dateline')} />
        <InlineField {...field('slug')} />
      </div>
      <HashtagField article={article} readOnly={readOnly} />
    </header>
  );
}

function goToText({ editor }: OpenArticle): void {
  const open = editor.get();
  if (open) focusText(open, 'start');
}

function focusNextField(event: KeyboardEvent<HTMLTextAreaElement>): void {
  const next = event.currentTarget.nextElementSibling;
  if (next instanceof HTMLElement) next.focus();
}
