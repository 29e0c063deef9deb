import { useEffect, useState } from 'react';
import type { Time } from '#shared/domain/id';

/** The time, read again every `every` ms. */
export function useNow(every = 30_000): Time {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
