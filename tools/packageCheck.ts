import { checkInstaller } from './package/windows/installerCheck';
import { runScript } from './project';

/** Checks what can be checked here of the packages for another system. */
await runScript(checkInstaller);
