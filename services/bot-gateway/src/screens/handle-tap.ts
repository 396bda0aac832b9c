import { INTENTS } from '@perezvon/contracts';
import { withTransaction } from '@perezvon/db';
import { insertOutbox } from '@perezvon/messaging';
import type { GatewayDeps } from '../deps.js';
import { mayOpen, type Person } from '../people/person.js';
import { claimForAction, findBotScreen } from '../store/bot-screens.js';
import { markHandled, updateKey } from '../store/updates.js';
import { toPlainText } from '../text/html.js';
import { editComposed, type MessageRef } from './adapter.js';
import { composeLine } from './compose.js';
import type { AnyIntent, PreparedAction } from './define-action.js';
import { rootFor } from './draw.js';
import { followAnswer, followLinkFrom, goBack, unpackBack, type Trail } from './navigation.js';
import { showInPlace } from './show.js';

/** One tap on a button of the bot. */
export interface Tap {
  updateId: number;
  message: MessageRef;
  /** The button's `callback_data`; made by us, possibly long ago, or by anybody. */
  data: string;
}

/**
 * Publishes an action's intent. The tap is marked as handled in the same transaction: it acts once, also when the
 * process dies here and Telegram sends the tap again.
 * @returns false when it is the same tap again (a double one), or the message waits for another action
 */
const publish = async (
  deps: GatewayDeps,
  { updateId, message, data }: Tap,
  intent: AnyIntent,
  trail: Trail,
): Promise<boolean> => {
  const now = deps.now();
  const published = await withTransaction(deps.db, async (tx) => {
    await markHandled(tx, updateId);
    if (!(await claimForAction(tx, { message, intentId: intent.id, data, trail, now }))) return false;
    await insertOutbox(tx, [{ queue: INTENTS[intent.type].owner, envelope: intent }]);
    return true;
  });
  if (published) deps.queues.wakeRelay();
  return published;
};

/** «⏳ Выполняется…» until the outcome comes. */
const showWorking = async (
  deps: GatewayDeps,
  person: Person,
  tap: Tap,
  action: PreparedAction,
  trail: Trail,
): Promise<void> => {
  const t = deps.texts.in(person.language);
  const refresh = { text: toPlainText(t('button-refresh')), data: (trail.at(-1) ?? action.leadsTo).data };
  await editComposed(deps.api, tap.message, composeLine(t('action-working'), t, [[refresh]]));
  // Another process may have drawn the outcome in between; then «выполняется…» must not stay over it.
  const state = await findBotScreen(deps.db, tap.message);
  if (state?.waitingFor !== updateKey(tap.updateId)) await showInPlace(deps, person, tap.message, trail);
};

const runAction = async (
  deps: GatewayDeps,
  person: Person,
  tap: Tap,
  action: PreparedAction,
  before: Trail,
): Promise<void> => {
  if (!mayOpen(person, action.permission ?? 'anyone')) {
    const notice = person.status === 'active' ? deps.texts.in(person.language)('screen-denied') : null;
    await showInPlace(deps, person, tap.message, [rootFor(person)], notice);
    return;
  }
  const { updateId, message: origin } = tap;
  const context = { id: updateKey(updateId), actorId: person.id, at: deps.now(), origin };
  const intent = await action.intent(context, deps);
  if (intent === null) {
    await showInPlace(deps, person, origin, before, deps.texts.in(person.language)('action-gone'));
    return;
  }
  const trail = followAnswer(before, action.leadsTo, deps.screens.isQuestion);
  if (!(await publish(deps, tap, intent, trail))) return;

  try {
    await showWorking(deps, person, tap, action, trail);
  } catch (error) {
    // The action is accepted: saying now that it did not work would be wrong. Its outcome is drawn here anyway.
    deps.log.warn({ updateId: tap.updateId, err: error }, 'accepted action not shown as under way');
  }
};

/** Does what a tap asks for: the way back, another screen, an action; an outdated button says so. */
export const handleTap = async (deps: GatewayDeps, person: Person, tap: Tap): Promise<void> => {
  const state = await findBotScreen(deps.db, tap.message);
  const trail = state?.trail ?? [rootFor(person)];
  const place = unpackBack(tap.data);
  if (place !== null) {
    await showInPlace(deps, person, tap.message, goBack(trail, place));
    return;
  }
  const target = deps.screens.find(tap.data);
  if (target?.kind === 'action') {
    await runAction(deps, person, tap, target.action, trail);
    return;
  }
  // Without a target the trail ends in what nobody knows: drawn as «Экран устарел».
  await showInPlace(
    deps,
    person,
    tap.message,
    followLinkFrom(trail, { data: tap.data }, deps.screens.isQuestion),
  );
};
