import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  DialogueFile,
  Hint,
  NameFile,
  OperatorFile,
  OpinionFile,
  PastAssignmentFile,
  PastCompensationFile,
  PeopleFile,
  TopicFile,
  type DemoPerson,
  type Dialogue,
  type Names,
  type Operator,
  type Opinions,
  type PastAssignment,
  type PastCompensation,
  type Topic,
  type TopicKind,
} from './texts-schema.js';

/** `scripts/demo`, the same from `src` and from `dist`. */
const FOLDER = fileURLToPath(new URL('../../demo/', import.meta.url));

/** All that the demo's calls and people are made of. */
export interface DemoTexts {
  dialogues: readonly Dialogue[];
  topics: Readonly<Record<TopicKind, readonly Topic[]>>;
  names: Names;
  operators: readonly Operator[];
  people: readonly DemoPerson[];
  pastAssignments: readonly PastAssignment[];
  pastCompensations: readonly PastCompensation[];
  opinions: Opinions;
}

const readYaml = async <S extends z.ZodType>(schema: S, ...path: string[]): Promise<z.output<S>> => {
  const parsed = schema.safeParse(parse(await readFile(join(FOLDER, ...path), 'utf8')));
  if (!parsed.success) throw new Error(`scripts/demo/${path.join('/')}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
};

const readDialogues = async (): Promise<Dialogue[]> => {
  const files = (await readdir(join(FOLDER, 'dialogues')))
    .filter((name) => name.endsWith('.yaml'))
    .toSorted();
  const families = await Promise.all(files.map((file) => readYaml(DialogueFile, 'dialogues', file)));
  return families.flatMap(({ family, direction, hint, dialogues }) =>
    dialogues.map((dialogue) => ({
      ...dialogue,
      family,
      direction: dialogue.direction ?? direction,
      hint: Hint.parse({ ...hint, ...dialogue.hint }),
    })),
  );
};

/**
 * Reads the demo's texts.
 * @throws Error that names the file and the place in it which does not fit
 */
export const loadDemoTexts = async (): Promise<DemoTexts> => {
  const [dialogues, topics, names, operators, people, pastAssignments, pastCompensations, opinions] =
    await Promise.all([
      readDialogues(),
      readYaml(TopicFile, 'topics.yaml'),
      readYaml(NameFile, 'names.yaml'),
      readYaml(OperatorFile, 'operators.yaml'),
      readYaml(PeopleFile, 'people.yaml'),
      readYaml(PastAssignmentFile, 'assignments.yaml'),
      readYaml(PastCompensationFile, 'compensations.yaml'),
      readYaml(OpinionFile, 'opinions.yaml'),
    ]);
  return { dialogues, topics, names, operators, people, pastAssignments, pastCompensations, opinions };
};
