import { TRANSITIONS } from '@perezvon/access';
import {
  ASSIGNMENT_KINDS,
  ASSIGNMENT_MOVES,
  ASSIGNMENT_STATES,
  GivenKind,
  INTENTS,
  isIntentType,
  KIND_FIELDS,
  REASONS_OF,
  RESULTS_OF,
  type AssignmentKind,
  type AssignmentMove,
} from '@perezvon/contracts';

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const codes = (names: readonly string[]): string =>
  names.length === 0 ? '—' : names.map((name) => `\`${name}\``).join(', ');

const edgesOf = (move: AssignmentMove): (readonly [edge: string, move: AssignmentMove])[] =>
  Object.entries(TRANSITIONS[move].to).map(([from, to]) => [`${from} --> ${to}`, move] as const);

/** The states and what leads from one to the next; moves between the same two share an arrow. */
const stateDiagram = (): string => {
  const edges = new Map<string, AssignmentMove[]>();
  for (const [edge, move] of ASSIGNMENT_MOVES.flatMap(edgesOf))
    edges.set(edge, [...(edges.get(edge) ?? []), move]);
  const arrows = [...edges].map(([edge, moves]) => `  ${edge}: ${moves.join(', ')}`);
  const ends = ASSIGNMENT_STATES.filter((state) =>
    ASSIGNMENT_MOVES.every((move) => !TRANSITIONS[move].to[state]),
  );
  return [
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> open: create, create_many',
    ...arrows,
    ...ends.map((state) => `  ${state} --> [*]`),
    '```',
  ].join('\n');
};

const refusalsOf = (move: AssignmentMove): readonly string[] => {
  const type = `assignment.${move}`;
  return isIntentType(type) ? INTENTS[type].refusals.map((code) => code.replace('assignment.', '')) : [];
};

const reasonsOf = (move: AssignmentMove): readonly string[] =>
  Object.entries(REASONS_OF).flatMap(([explained, reasons]) => (explained === move ? [...reasons] : []));

const kindsOf = (move: AssignmentMove): string => {
  const { kinds, never = {} } = TRANSITIONS[move];
  const allowed = kinds === undefined ? 'all' : codes(kinds);
  const refused = Object.entries(never).map(([kind, states]) => `not \`${kind}\` that is ${codes(states)}`);
  return [allowed, ...refused].join(', ');
};

const moveTable = (): string =>
  table(
    ['move', 'by', 'kinds', 'reasons', 'refused as'],
    ASSIGNMENT_MOVES.map((move) => {
      return [
        `\`${move}\``,
        TRANSITIONS[move].by.join(', '),
        kindsOf(move),
        codes(reasonsOf(move)),
        codes(refusalsOf(move)),
      ];
    }),
  );

const isGiven = (kind: AssignmentKind): boolean => GivenKind.safeParse(kind).success;

const kindTable = (): string =>
  table(
    ['kind', 'call', 'words', 'channel', 'training', 'opened by', 'results'],
    ASSIGNMENT_KINDS.map((kind) => {
      const { call, words, channel, training } = KIND_FIELDS[kind];
      const opener = isGiven(kind) ? '`assignment.create`' : 'its approval';
      return [`\`${kind}\``, call, words, channel, training, opener, codes(RESULTS_OF[kind])];
    }),
  );

/** What of `docs/assignments.md` follows from the tables in the code, by the name of its place. */
export const ASSIGNMENT_PARTS: Readonly<Record<string, () => string>> = {
  states: stateDiagram,
  moves: moveTable,
  kinds: kindTable,
};
