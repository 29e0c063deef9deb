import { z } from 'zod';

/** Imported first by every entry: otherwise zod would compile schemas with `new Function`, which the CSP refuses. */
z.config({ jitless: true });
