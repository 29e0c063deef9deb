import { type CmsKind, type CmsKindRow, type CredentialField, cmsKinds } from './cmsKinds';
import { listedAsChoice } from '../language/formats';
import { apart } from '../language/say';

export const cmsKindIds = Object.keys(cmsKinds) as readonly CmsKind[] as readonly [CmsKind, ...CmsKind[]];

export const cmsKindRow = (kind: CmsKind): CmsKindRow => cmsKinds[kind];

/** The fields whose values may be shown again, in the order of the form. */
export const openFields = (kind: CmsKind): readonly CredentialField[] =>
  cmsKindRow(kind).credentials.filter(({ secret }) => !secret);

/** The one field that is kept secret. */
export function secretField(kind: CmsKind): CredentialField {
  const field = cmsKindRow(kind).credentials.find(({ secret }) => secret);
  if (field === undefined) throw new TypeError(`the kind ${kind} has no secret`);
  return field;
}

/** Every kind by name, for use in a sentence: “One”, “One or Another”. */
export const everyCms = (): string => listedAsChoice(cmsKindIds.map((kind) => cmsKindRow(kind).name));

/** Whose account it is, for display: its kind and the values that are not secret. */
export function accountWords(account: {
  readonly kind: CmsKind;
  readonly fields: Readonly<Record<string, string>>;
}): string {
  const values = openFields(account.kind).flatMap(({ key }) => account.fields[key] ?? []);
  return [cmsKindRow(account.kind).name, ...values].map(apart).join(' · ');
}

/** Where the command line finds a kind's secret. */
export const secretVariable = (kind: CmsKind): string => `NUTGRAF_CMS_${secretField(kind).key.toUpperCase()}`;
