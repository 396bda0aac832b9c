import { z } from 'zod';

/** What one part of `npm test` found. */
export interface Outcome {
  name: string;
  passed: number;
  /** What failed, a line each. */
  failures: readonly string[];
  /** What was left out, a line each. */
  skipped: readonly string[];
}

/** The part of Jest's `--json` that we read. */
export const JestReport = z.object({
  testResults: z.array(
    z.object({
      /** The file. */
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});
export type JestReport = z.output<typeof JestReport>;

const SKIPPED: readonly string[] = ['pending', 'skipped', 'todo', 'disabled'];

/** A file that could not even be run counts as one failure: nothing of it was tested. */
export const outcomeOfJest = ({ testResults }: JestReport, shorten: (file: string) => string): Outcome => {
  const all = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({ status, line: `${shorten(name)}: ${fullName}` })),
  );
  const broken = testResults
    .filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some(isFailed))
    .map(({ name }) => `${shorten(name)}: the file could not be run`);
  return {
    name: 'Tests',
    passed: all.filter(({ status }) => status === 'passed').length,
    failures: [...all.filter(isFailed).map(({ line }) => line), ...broken],
    skipped: all.filter(({ status }) => SKIPPED.includes(status)).map(({ line }) => line),
  };
};

const isFailed = ({ status }: { status: string }): boolean => status === 'failed';

/** A half of the tests that needs something this machine may not have. */
interface Half {
  name: string;
  /** Recognises its skipped tests. */
  matches: RegExp;
  remedy: string;
  /** Environment variable that makes skipping it a failure. */
  requiredBy: string;
}

const HALVES: readonly Half[] = [
  {
    name: 'REDIS',
    matches: /redis/i,
    remedy: 'there is neither Docker nor a redis-server on the PATH (Debian: apt-get install redis-server)',
    requiredBy: 'PEREZVON_REQUIRE_REDIS',
  },
  {
    name: 'BROWSER',
    matches: /browser|chromium/i,
    remedy: 'there is no chromium (Debian: apt-get install chromium)',
    requiredBy: 'PEREZVON_REQUIRE_BROWSER',
  },
  {
    name: 'FFMPEG',
    matches: /ffmpeg/i,
    remedy: 'there is no ffmpeg (Debian: apt-get install --no-install-recommends ffmpeg)',
    requiredBy: 'PEREZVON_REQUIRE_FFMPEG',
  },
];

/** What was left out, loudly; `isFatal`: this run was told that it must not be. */
export interface Omission {
  text: string;
  isFatal: boolean;
}

/** Says of every half that was left out why, and how to have it run. */
export const omissions = (skipped: readonly string[], env: NodeJS.ProcessEnv): Omission[] =>
  HALVES.flatMap(({ name, matches, remedy, requiredBy }) => {
    const count = skipped.filter((line) => matches.test(line)).length;
    if (count === 0) return [];
    const isFatal = env[requiredBy] === '1';
    const must = isFatal ? ` ${requiredBy}=1 does not allow that.` : '';
    return [
      { text: `THE ${name} HALF WAS SKIPPED (${count} tests stand for it): ${remedy}.${must}`, isFatal },
    ];
  });

export interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

/** Adds the parts up; each forbidden omission is one more failure. */
export const totalsOf = (outcomes: readonly Outcome[], omitted: readonly Omission[]): Totals => ({
  passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
  failed:
    outcomes.reduce((sum, { failures }) => sum + failures.length, 0) +
    omitted.filter(({ isFatal }) => isFatal).length,
  skipped: outcomes.reduce((sum, { skipped }) => sum + skipped.length, 0),
});

/** The closing line, which machines read too. */
export const closingLine = ({ passed, failed, skipped }: Totals): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
