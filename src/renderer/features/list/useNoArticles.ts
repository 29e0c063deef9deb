import { useQuery } from '@tanstack/react-query';
import { queries } from '#renderer/base/queries/queries';

/** Whether the store holds no article at all, but for the trash; false until that is known. */
export function useNoArticles(): boolean {
  return useQuery(queries.counts).data?.views.all === 0;
}
