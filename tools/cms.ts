import { runCmsTests } from './cmsTests';
import { runScript } from './project';

/** Runs the tests that talk to a real CMS. */
await runScript(runCmsTests);
