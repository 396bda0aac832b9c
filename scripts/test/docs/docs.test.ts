import { expect, test } from '@jest/globals';
import { runDocsCli } from '../../src/docs/cli.js';
import { fillParts } from '../../src/docs/fill-parts.js';

const run = async (...argv: string[]): Promise<{ code: number; said: string }> => {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  return { code: await runDocsCli(argv, { out: say, err: say }), said: lines.join('\n') };
};

test('docs/assignments.md says of states, moves and kinds what the code does', async () => {
  expect(await run('--check')).toEqual({ code: 0, said: 'docs/assignments.md says what the code does.' });
});

test('--help says how, and anything else is wrong usage', async () => {
  expect((await run('--help')).code).toBe(0);
  expect(await run('--write')).toMatchObject({ code: 2, said: expect.stringContaining('--check') });
});

const document = 'Before.\n<!-- made by npm run docs: states -->\nold\nlines\n<!-- end -->\nAfter.\n';

test('a made part is written anew, and what a person wrote around it stays', () => {
  expect(fillParts(document, { states: () => 'new' })).toBe(
    'Before.\n<!-- made by npm run docs: states -->\nnew\n<!-- end -->\nAfter.\n',
  );
});

test('a part that is empty still ends at its own mark', () => {
  const empty = '<!-- made by npm run docs: states -->\n<!-- end -->\n';
  expect(
    fillParts(`${empty}Between.\n${document.replace('states', 'moves')}`, {
      states: () => 'a',
      moves: () => 'b',
    }),
  ).toBe(
    '<!-- made by npm run docs: states -->\na\n<!-- end -->\nBetween.\nBefore.\n<!-- made by npm run docs: moves -->\nb\n<!-- end -->\nAfter.\n',
  );
});

test('a part that nothing makes, or that has no place, is told', () => {
  expect(() => fillParts(document, {})).toThrow('nothing makes the part "states"');
  expect(() => fillParts(document, { states: () => '', moves: () => '' })).toThrow('no place for: moves');
});
