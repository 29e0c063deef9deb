import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build';
import { runChild } from './child';
import { launchEnvironment } from './display/launchOptions';
import { sandboxSwitches } from './display/sandbox';
import { withPrivateScreens } from './display/screen';
import { ownBenches, withEarlier } from './earlier';
import { inProject, Problem, projectFolder, runScript } from './project';
import { asNode, readyRuntime } from './runtime/readyRuntime';

/** A build that is measured: its name in the figures, and the project's folder that it stands in. */
interface Build {
  readonly name: 'before' | 'after';
  readonly folder: string;
}

/**
 * Runs the benches, or those whose name contains an argument: each `bench/*.bench.ts` alone, one after another. They
 * run in Electron's own Node, like what they measure; their stdout is ours, and `launchOptions()` tells them how to
 * start the app. With `--before <commit>` each also runs over that commit's build, in turns, `--rounds` times.
 */
await runScript(async (args) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { before: { type: 'string' }, rounds: { type: 'string', default: '1' } },
  });
  const files = readdirSync(inProject('bench')).filter((name) => name.endsWith('.bench.ts'));
  const chosen = files.filter(
    (name) => positionals.length === 0 || positionals.some((part) => name.includes(part)),
  );
  if (chosen.length === 0)
    throw new Problem(`There is no such bench. Available: ${files.join(' ') || 'none'}`);
  const runtime = await readyRuntime('privateWindows');
  const switches = sandboxSwitches(runtime.executable);
  await ensureBuilt('app');
  const today: Build = { name: 'after', folder: projectFolder };
  const measure = (builds: readonly Build[]): Promise<number> =>
    withPrivateScreens(1, async (screens) => {
      const env = { ...asNode(runtime), ...launchEnvironment(runtime.executable, switches, screens) };
      let worst = 0;
      for (const file of chosen)
        for (const build of inTurns(builds, Number(values.rounds)))
          worst = Math.max(worst, await run(runtime.executable, file, build, builds.length > 1, env));
      return worst;
    });
  if (values.before === undefined) return measure([today]);
  return withEarlier(values.before, (folder) => measure([{ name: 'before', folder }, today]));
});

/** Each build once a round, none of them always the first. */
function inTurns(builds: readonly Build[], rounds: number): readonly Build[] {
  return Array.from({ length: rounds }, (_, round) =>
    round % 2 === 0 ? builds : builds.toReversed(),
  ).flat();
}

/**
 * Where today's bench cannot drive an earlier build, that commit's own is run, with the peers it has; where that cannot
 * either, this is told of, and no failure.
 */
async function run(
  executable: string,
  file: string,
  { name, folder }: Build,
  isCompared: boolean,
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const runIn = (benches: string): Promise<number> =>
    runChild(executable, ['--import', 'tsx', path.join(folder, benches, file)], {
      cwd: folder,
      env: {
        ...environment,
        TSX_TSCONFIG_PATH: path.join(folder, 'bench', 'tsconfig.json'),
        ...(isCompared && { NUTGRAF_BENCH_BUILD: name }),
      },
    });
  const code = await runIn('bench');
  if (code === 0 || name === 'after') return code;
  const isThere = existsSync(path.join(folder, ownBenches, file));
  const isMeasured = isThere && (await runIn(ownBenches)) === 0;
  const how = isMeasured ? 'measured by its own bench' : 'not measured';
  console.log(JSON.stringify({ bench: file, build: name, figure: how }));
  return 0;
}
