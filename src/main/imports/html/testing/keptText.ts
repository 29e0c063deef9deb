import { NutgrafError } from '#shared/domain/failure';
import { textFieldNames } from '#shared/domain/fields';
import { toPlainText } from '#shared/document/toPlainText';
import { readText } from '../../readSource';
import { recognise } from '../../recognise';

/** All that an import of a page keeps: fields, section, body and report, without white space; null where it is refused. */
export function keptText(html: string): string | null {
  try {
    const { fields, section, body, leftOut } = recognise(readText(html, 'page.html'), { sections: [] });
    const parts = [
      ...textFieldNames.map((name) => fields[name]),
      ...fields.hashtags,
      section ?? '',
      toPlainText(body),
      ...leftOut.map(({ text }) => text),
    ];
    return parts.join(' ').replace(/\s+/gu, '');
  } catch (thrown) {
    if (thrown instanceof NutgrafError && thrown.code !== 'unreadable_source') return null;
    throw thrown;
  }
}
