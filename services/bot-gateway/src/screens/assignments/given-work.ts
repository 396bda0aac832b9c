import type { Clinic } from '@perezvon/clinic-hours';
import { KIND_FIELDS } from '@perezvon/contracts';
import { findClinic } from '@perezvon/db';
import { codeKey } from '@perezvon/texts';
import { nameOf, type PersonName } from '../../people/person.js';
import { findCallBrief, type CallBrief } from '../../queries/calls/find-call-brief.js';
import { findPersonName } from '../../queries/people/find-person-name.js';
import { findNote } from '../../queries/problems/find-note.js';
import { lines, type Html } from '../../text/html.js';
import type { LoadTools, RenderTools } from '../define-screen.js';
import type { Given, Work } from '../places/assignments.js';

/** What is given, as far as it is chosen. */
interface WorkFacts {
  /** null: it is about no call. */
  call: CallBrief | null;
  /** The giver's words; null: none. */
  words: string | null;
}

/** What is given, with whom it is given to and the hours that its deadline goes by. */
interface GivenFacts extends WorkFacts {
  owner: PersonName;
  clinic: Clinic;
}

/** The call that is being given, above every step; null: it is about none. */
export const assignHead = (
  call: Pick<CallBrief, 'historyId' | 'callDate'> | null,
  { t, moment }: Pick<RenderTools<unknown>, 't' | 'moment'>,
): Html =>
  call === null
    ? t('assign-title-free')
    : t('assign-title', { id: call.historyId, at: moment(call.callDate) });

/** The call and the words of a step; null: one of them is gone. */
export const loadWork = async (
  { db, person }: Pick<LoadTools, 'db' | 'person'>,
  { historyId, noteId }: Pick<Work, 'historyId' | 'noteId'>,
): Promise<WorkFacts | null> => {
  const call = historyId === null ? null : await findCallBrief(db, historyId);
  const words = noteId === undefined ? null : await findNote(db, { id: noteId, authorId: person.id });
  const isGone = (historyId !== null && call === null) || (noteId !== undefined && words === null);
  return isGone ? null : { call, words };
};

/** Everything that has been chosen before the deadline; null: something of it is gone. */
export const loadGiven = async (
  tools: Pick<LoadTools, 'db' | 'person' | 'timezone'>,
  params: Given,
): Promise<GivenFacts | null> => {
  const work = await loadWork(tools, params);
  const owner = await findPersonName(tools.db, params.ownerId);
  return work && owner && { ...work, owner, clinic: await findClinic(tools.db, tools.timezone) };
};

type Tools = Pick<RenderTools<Work>, 't' | 'moment' | 'params'>;

/** What is given, in words, under its call. */
export const workLines = (
  { call, words }: WorkFacts,
  tools: Tools,
  owner: PersonName | null = null,
): Html => {
  const { t, params } = tools;
  const { kind, channel } = params;
  const named = t(codeKey('kind', kind));
  return lines(
    assignHead(call, tools),
    owner === null
      ? t('assign-kind-chosen', { kind: named })
      : t('assign-choice', { kind: named, owner: nameOf(owner) }),
    channel === undefined ? null : t('assign-channel', { channel: t(codeKey('channel', channel)) }),
    words === null ? null : t('assign-words', { rule: KIND_FIELDS[kind].words, words }),
  );
};
