import type { KeyboardEvent } from 'react';
import { type TextField, articleFields } from '#shared/domain/fields';
import { focusText } from '../body/focusText';
import type { OpenArticle } from '../openArticle';
import { useScript } from '../script/useScript';
import { HashtagField } from '../hashtags/HashtagField';
import { useTextField } from './useTextField';
import { NO_SECTION, sectionChoices, useSections } from '#renderer/features/sections';
import { ColourSquare } from '#renderer/ui/ColourSquare';
import { changeFields } from '../history/changeFields';
import { useAutosave } from '../useOpenArticle';
import { say } from '#shared/language/say';

interface StoryHeadProps {
  readonly article: OpenArticle;
  readonly readOnly: boolean;
}

/** What is above the body: section, headline, standfirst, the quiet fields and the hashtags. */
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

interface InlineFieldProps {
  readonly article: OpenArticle;
  readonly name: TextField;
  readonly readOnly: boolean;
}

/** A quiet field as wide as its text. */
function InlineField({ article, name, readOnly }: InlineFieldProps) {
  const field = useTextField<HTMLInputElement>(article, name);
  const { label } = articleFields[name];
  return <input type="text" aria-label={label()} placeholder={label()} readOnly={readOnly} {...field} />;
}

interface SectionChipProps {
  readonly article: OpenArticle;
  readonly readOnly: boolean;
}

/** The section above the headline, with its colour: a list to choose another from. */
function SectionChip({ article, readOnly }: SectionChipProps) {
  const sections = useSections();
  const sectionId = useAutosave(article, ({ story }) => story.sectionId);
  const section = sections.find(({ id }) => id === sectionId);
  return (
    <span className="section-chip">
      <ColourSquare colour={section?.colour} />
      <select
        aria-label={say('Section')}
        data-field="sectionId"
        value={sectionId ?? NO_SECTION}
        disabled={readOnly}
        onChange={({ target }) =>
          changeFields(article, { sectionId: target.value === NO_SECTION ? null : target.value })
        }
      >
        {sectionChoices(sections).map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </span>
  );
}

interface StoryFieldProps {
  readonly article: OpenArticle;
  readonly name: TextField;
  readonly readOnly: boolean;
  /** Where Enter leads: these fields are one line of text, however many lines it fills on the screen. */
  readonly onEnter: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}

/** A field that is read as part of the story: it grows with its text, and looks as it will be printed. */
function StoryField({ article, name, readOnly, onEnter }: StoryFieldProps) {
  const field = useTextField<HTMLTextAreaElement>(article, name);
  const { label, placeholder } = articleFields[name];
  return (
    <textarea
      aria-label={label()}
      placeholder={placeholder()}
      rows={1}
      readOnly={readOnly}
      {...field}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        onEnter(event);
      }}
    />
  );
}
