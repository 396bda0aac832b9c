import { adminAction, rulesetChanged, type EventBody, type RulesetState } from '@perezvon/contracts';
import type { Tx } from '@perezvon/db';
import { ENGINE_VERSION, rulesetHash } from '@perezvon/lm';
import { insertEvents } from '@perezvon/messaging';
import { isDeepStrictEqual } from 'node:util';
import { filesOf } from '../rulesets/content.js';
import { lockActiveVersion, markState } from '../store/rulesets.js';
import type { Challenger } from './challenger.js';

interface Known {
  tag: string;
  state: RulesetState;
  isSame: boolean;
}

const listModels = async (tx: Tx, { content }: Challenger): Promise<Known[]> => {
  const rows = await tx.lmRuleset.findMany({
    where: { kind: 'llm' },
    orderBy: { tag: 'asc' },
    select: { tag: true, state: true, content: true },
  });
  return rows.map((row) => ({
    tag: row.tag,
    state: row.state,
    isSame: isDeepStrictEqual(row.content, content),
  }));
};

const insertChallenger = async (tx: Tx, { tag, content }: Challenger, at: Date): Promise<void> => {
  await tx.lmRuleset.createMany({
    data: [
      {
        tag,
        content,
        hash: rulesetHash(filesOf(content)),
        state: 'retired',
        kind: 'llm',
        origin: 'challenger',
        engineVersion: ENGINE_VERSION,
        createdAt: at,
      },
    ],
    skipDuplicates: true,
  });
};

const move = async (
  tx: Tx,
  tag: string,
  before: RulesetState | null,
  after: 'shadow' | 'retired',
): Promise<EventBody[]> => {
  if (before === after) return [];
  await markState(tx, tag, after);
  return [
    rulesetChanged.of({ tag, state: after, previousTag: null }),
    adminAction.of({
      action: after === 'shadow' ? 'ruleset.shadow' : 'ruleset.retire',
      subject: { kind: 'ruleset', id: tag },
      actorRole: null,
      before: { rulesetState: before },
      after: { rulesetState: after },
    }),
  ];
};

/**
 * Stores the configured model as a version in shadow; a model or prompt that ran before it is retired. One that a person
 * retired stays so until a person puts it back, also under the tag of a new release.
 * The database itself refuses to make it the active one.
 */
export const registerChallenger = async (tx: Tx, challenger: Challenger, at: Date): Promise<void> => {
  await lockActiveVersion(tx);
  const models = await listModels(tx, challenger);
  const known = models.find(({ tag }) => tag === challenger.tag);
  const others = models.filter(({ tag, state }) => tag !== challenger.tag && state === 'shadow');
  const isNew = !models.some(({ isSame }) => isSame);
  if (known === undefined) await insertChallenger(tx, challenger, at);

  const events: EventBody[] = [];
  for (const { tag } of others) events.push(...(await move(tx, tag, 'shadow', 'retired')));
  if (isNew || others.length > 0)
    events.push(...(await move(tx, challenger.tag, known?.state ?? null, 'shadow')));
  const causedBy = `lm-challenger-${at.getTime()}-${challenger.tag.slice(-8)}`;
  await insertEvents(tx, events, { causedBy, actorId: null, origin: null, at });
};
