import { HOLD_REASON_LIMIT, oneLine } from '#shared/domain/fields';
import type { FieldsWith } from '#shared/domain/fields';
import { typedChange } from '../fields/typedChange';
import { useLiveText } from '../fields/useLiveText';
import { changeFields } from '../history/changeFields';
import type { OpenArticle } from '../openArticle';
import { useLineDirection } from '../script/useScript';
import { useAutosave } from '../useOpenArticle';

/** The props of the input in which the reason of a hold is written, while it is held. */
export function useReasonField(article: OpenArticle, name: FieldsWith<'kind', 'hold'>) {
  // Read so that the field is drawn again when the text changes from elsewhere.
  const value = useAutosave(article, ({ story }) => story[name]?.reason ?? '');
  const current = (): string => article.autosave.state().story[name]?.reason ?? '';
  const keep = (text: string): void => {
    const reason = oneLine(text);
    const before = current();
    if (reason !== before) changeFields(article, { [name]: { reason } }, typedChange(name, before, reason));
  };
  return {
    ...useLiveText<HTMLInputElement>({ current, keep }),
    maxLength: HOLD_REASON_LIMIT,
    dir: useLineDirection(article, value),
  };
}
