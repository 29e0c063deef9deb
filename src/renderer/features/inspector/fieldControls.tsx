import type { ReactNode } from 'react';
import type { ArticleContent } from '#shared/domain/article';
import {
  type FieldControl,
  type FieldName,
  type FieldsWith,
  articleFields,
  type TextField as TextFieldName,
} from '#shared/domain/fields';
import { slugOf } from '#shared/domain/slug';
import { changeFields, useAutosave, useScript, useTextField } from '#renderer/features/editor';
import { NO_SECTION, sectionChoices, useSections } from '#renderer/features/sections';
import { Button } from '#renderer/ui/Button';
import { SegmentedControl } from '#renderer/ui/SegmentedControl';
import { Select, type Choice } from '#renderer/ui/Select';
import { HoldField } from './HoldField';
import { languageChoices } from './languages';
import { TimeField } from './TimeField';
import type { TabProps } from './tabProps';
import { TextField, TextArea } from '#renderer/ui/TextField';
import { say } from '#shared/language/say';

type ControlProps<Control extends FieldControl> = TabProps & {
  readonly name: FieldsWith<'control', Control>;
};

/** How the Article tab shows a field. */
const controls: { readonly [Control in FieldControl]: (props: ControlProps<Control>) => ReactNode } = {
  line: LineField,
  slug: SlugField,
  text: LinesField,
  time: MomentField,
  hold: HoldField,
  section: SectionField,
  status: StatusField,
  language: LanguageField,
  direction: DirectionField,
};

export type TabField = Exclude<FieldName, FieldsWith<'control', null>>;

/** One of the article's fields, with the control named in the table of fields. */
export function FieldOfTab({ name, ...tab }: TabProps & { readonly name: TabField }) {
  const Control = controls[articleFields[name].control] as (
    props: TabProps & { readonly name: TabField },
  ) => ReactNode;
  return <Control {...tab} name={name} />;
}

function StatusField({ article, readOnly, name }: ControlProps<'status'>) {
  const status = useAutosave(article, ({ story }) => story[name]);
  return (
    <Select
      label={articleFields[name].label()}
      data-field={name}
      choices={statusChoices(status)}
      value={status}
      disabled={readOnly}
      onChange={(value) => changeFields(article, { [name]: value })}
    />
  );
}

/** Scheduling needs a time and comes with the CMS: it is shown if set, but not offered. */
function statusChoices(status: ArticleContent['status']): readonly Choice<ArticleContent['status']>[] {
  return choicesOf('status').filter(({ value }) => value !== 'scheduled' || status === 'scheduled');
}

function choicesOf<Name extends FieldsWith<'kind', 'choice'>>(name: Name) {
  const choices: Readonly<Record<string, () => string>> = articleFields[name].choices;
  return Object.entries(choices).map(([value, label]) => ({
    value: value as ArticleContent[Name],
    label: label(),
  }));
}

function SectionField({ article, readOnly, name }: ControlProps<'section'>) {
  const sections = useSections();
  const sectionId = useAutosave(article, ({ story }) => story[name]);
  return (
    <Select
      label={articleFields[name].label()}
      data-field={name}
      choices={sectionChoices(sections)}
      value={sectionId ?? NO_SECTION}
      disabled={readOnly}
      onChange={(value) => changeFields(article, { [name]: value === NO_SECTION ? null : value })}
    />
  );
}

function SlugField({ article, readOnly, name }: ControlProps<'slug'>) {
  const headline = useAutosave(article, ({ story }) => story.headline);
  const slug = useAutosave(article, ({ story }) => story[name]);
  const made = slugOf(headline);
  return (
    <div className="flex flex-col gap-1.5">
      <LineField article={article} readOnly={readOnly} name={name} />
      <Button
        className="self-start"
        disabled={readOnly || made === '' || made === slug}
        onClick={() => changeFields(article, { [name]: made })}
      >
        {say('Make from headline')}
      </Button>
    </div>
  );
}

function LinesField({ article, readOnly, name }: ControlProps<'text'>) {
  const { onBlur, ...field } = useTextField<HTMLTextAreaElement>(article, name);
  const { label, placeholder } = articleFields[name];
  return (
    <TextArea
      label={label()}
      placeholder={placeholder()}
      readOnly={readOnly}
      {...field}
      onBlur={() => {
        onBlur();
        void article.autosave.flush();
      }}
    />
  );
}

/** Names the time zone: an embargo is often given in another one. */
const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

function MomentField({ article, readOnly, name }: ControlProps<'time'>) {
  const value = useAutosave(article, ({ story }) => story[name]);
  return (
    <TimeField
      name={name}
      label={articleFields[name].label()}
      hint={say('In this computer’s time zone ({zone}).', { zone: ZONE })}
      value={value}
      readOnly={readOnly}
      onChange={(time) => changeFields(article, { [name]: time })}
    />
  );
}

function LanguageField({ article, readOnly, name }: ControlProps<'language'>) {
  const language = useAutosave(article, ({ story }) => story[name]);
  const script = useScript(article);
  return (
    <Select
      label={articleFields[name].label()}
      data-field={name}
      choices={languageChoices(language, script.isGuessed ? script.language : '')}
      value={language}
      disabled={readOnly}
      onChange={(value) => changeFields(article, { [name]: value })}
    />
  );
}

function DirectionField({ article, readOnly, name }: ControlProps<'direction'>) {
  const direction = useAutosave(article, ({ story }) => story[name]);
  const { label } = articleFields[name];
  return (
    <div className="flex flex-col gap-1">
      <span aria-hidden className="text-meta font-medium text-ink-2">
        {label()}
      </span>
      <SegmentedControl
        label={label()}
        data-field={name}
        choices={choicesOf(name)}
        value={direction}
        disabled={readOnly}
        onChange={(value) => changeFields(article, { [name]: value })}
      />
    </div>
  );
}

/** One of the article's text fields, with its label. */
function LineField({ article, readOnly, name }: TabProps & { readonly name: TextFieldName }) {
  const { onBlur, ...field } = useTextField<HTMLInputElement>(article, name);
  return (
    <TextField
      label={articleFields[name].label()}
      readOnly={readOnly}
      {...field}
      onBlur={() => {
        onBlur();
        void article.autosave.flush();
      }}
    />
  );
}
