import { z } from 'zod';

/**
 * The content security policy forbids the code that zod would compile, and zod tries it as soon as an object's
 * schema is made: so this module is imported before any schema.
 */
z.config({ jitless: true });
