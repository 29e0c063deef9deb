import { useQuery } from '@tanstack/react-query';
import { queries } from '#renderer/base/queries/queries';
import type { Section } from '#shared/domain/section';

const NONE: readonly Section[] = [];

/** The paper's sections; none until they are read. */
export function useSections(): readonly Section[] {
  return useQuery(queries.sections).data ?? NONE;
}
