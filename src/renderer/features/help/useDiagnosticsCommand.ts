import { useCommand } from '#renderer/base/commands/commandBus';
import { showPassingNotice } from '#renderer/base/notices/notices';
import { bridge } from '#renderer/bridge';
import { say } from '#shared/language/say';

/** Handles the command that copies what helps to find a fault, and says what can be done with it. */
export function useDiagnosticsCommand(): void {
  useCommand('help.diagnostics', async () => {
    await bridge.app.copyDiagnostics();
    showPassingNotice({
      topic: 'diagnostics',
      tone: 'ok',
      text: say(
        'The diagnostics are on the clipboard, without anything you wrote or named. Paste them into your report, and read them through.',
      ),
    });
  });
}
