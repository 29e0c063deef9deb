import { z } from 'zod';

/** Imported first by every entry: zod would otherwise compile schemas by `new Function`, which the CSP refuses. */
z.config({ jitless: true });
