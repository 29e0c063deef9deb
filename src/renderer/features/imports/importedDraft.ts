import type { Listed } from '#renderer/base/navigation/navigation';
import type { Id } from '#shared/domain/id';

/** An imported article for the list: a draft, whichever section it was put into. */
export function importedDraft(id: Id): Listed {
  return { id, status: 'draft', sectionId: null, trashedAt: null };
}
