// Starts the app whose main is named in the environment, and prints when its window's first frame that holds the
// wanted element was painted (ms since the epoch), and the processor time that all its processes took until then
// (ms); then ends it. No debugger, no test driver: nothing slows it.
import { app } from 'electron';
import { pathToFileURL } from 'node:url';

const { BENCH_MAIN = '', BENCH_ELEMENT = '' } = process.env;

/** Runs in the page: answers when the frame that shows the element is on its way to the screen. */
const lookForElement = `new Promise((resolve) => {
  const painted = () => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
    port2.postMessage(null);
  };
  const look = () => {
    if (!document.querySelector(${JSON.stringify(BENCH_ELEMENT)})) return;
    observer.disconnect();
    requestAnimationFrame(painted);
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
  look();
})`;

app.on('web-contents-created', (_event, contents) => {
  contents.once('did-navigate', () => void tellPaint(contents.mainFrame));
});

/** @param {import('electron').WebFrameMain} frame */
async function tellPaint(frame) {
  const paintedAt = await frame.executeJavaScript(lookForElement);
  const taken = app.getAppMetrics().map(({ cpu }) => (cpu.cumulativeCPUUsage ?? 0) * 1000);
  const cpu = taken.reduce((sum, one) => sum + one, 0);
  process.stdout.write(`${JSON.stringify({ paintedAt, cpu })}\n`, () => app.exit(0));
}

await import(pathToFileURL(BENCH_MAIN).href);
