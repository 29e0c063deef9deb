import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '#renderer/base/queries/queries';
import type { ExportSelection } from '#shared/domain/exportJob';

/** What of a selection is held back, and the reason for which it may leave all the same. */
export function useHeld(selection: ExportSelection | null) {
  const [reason, onChange] = useState('');
  const { data: held = [] } = useQuery(queries.heldIn(selection));
  const override = held.length > 0 && reason.trim() !== '' ? reason : null;
  return { held, reason, onChange, override };
}
