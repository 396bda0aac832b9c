import { consume, runEvery, type MessagingDeps, type Stop } from '@perezvon/messaging';
import { createStopStack, phoneHashKeyOf } from '@perezvon/service';
import { openHeldLocks } from '@perezvon/db';
import type { Bot } from 'grammy';
import { makeComposer } from './bot.js';
import type { GatewayConfig } from './config.js';
import type { GatewayContext } from './context.js';
import type { GatewayDeps } from './deps.js';
import { events } from './events/index.js';
import { intents } from './intents/index.js';
import { tellLateAnswers } from './late-answers.js';
import { startNotifications } from './notifications/start-notifications.js';
import { makeSpokenLanguages } from './people/spoken-languages.js';
import { applySupremeDevs } from './people/supreme-devs.js';
import { deliverProblems } from './problems/deliver.js';
import { recordingOptions, type RecordingVariables } from './recordings/environment.js';
import { openConverter } from './recordings/ffmpeg.js';
import { makeRecordingReader } from './recordings/read-recording.js';
import { makeSlots } from './recordings/slots.js';
import { ACTIONS, SCREENS } from './screens/index.js';
import { indexScreens } from './screens/screen-index.js';
import { forgetOldCallSelections } from './store/call-selections.js';
import { forgetOldScreens } from './store/bot-screens.js';
import { forgetUnsentNotes } from './store/notes.js';
import { forgetOldProblems } from './store/problems.js';
import { forgetOldSearches } from './store/searches.js';
import { surroundingsOf } from './surroundings.js';
import { telegramAnswers } from './telegram/answers.js';
import { setDefaultCommands } from './telegram/commands.js';
import { acrossProcesses, CHAT_LOCKS } from './telegram/across-processes.js';
import { connectBot } from './telegram/connect.js';
import { dispatch } from './telegram/dispatch.js';
import { makeLanes } from './telegram/lanes.js';
import { makeRateLimit } from './telegram/rate-limit.js';
import { noticeUnreachable } from './telegram/reachability.js';
import { receiveUpdates, type TransportOptions } from './telegram/receive.js';
import { readTexts } from './text/translate.js';

/** What every gateway does again and again; each is safe in several processes side by side. */
const TASKS = [
  { name: 'tell-late-answers', seconds: 2, task: tellLateAnswers },
  {
    name: 'forget-old-searches',
    seconds: 3_600,
    task: ({ db, now }: GatewayDeps) => forgetOldSearches(db, now()),
  },
  {
    name: 'forget-old-call-selections',
    seconds: 3_600,
    task: ({ db, now }: GatewayDeps) => forgetOldCallSelections(db, now()),
  },
  {
    name: 'forget-unsent-notes',
    seconds: 3_600,
    task: ({ db, now }: GatewayDeps) => forgetUnsentNotes(db, now()),
  },
  {
    name: 'forget-old-problems',
    seconds: 3_600,
    task: ({ db, now }: GatewayDeps) => forgetOldProblems(db, now()),
  },
  { name: 'forget-old-screens', seconds: 3_600, task: ({ db }: GatewayDeps) => forgetOldScreens(db) },
  // What people tell the developers goes at once; what Telegram did not take then is looked at this often.
  { name: 'deliver-problems', seconds: 5, task: deliverProblems },
] as const;
/** A recording of 50 MB takes twice its size while it travels. */
const RECORDINGS_AT_ONCE = 2;

/** Taps at once after a pause: somebody who pages through a list in a hurry. */
const TAPS_AT_ONCE = 40;

/** The part of the configuration that the gateway itself uses. */
export type GatewayOptions = Pick<
  GatewayConfig,
  | 'TELEGRAM_BOT_TOKEN'
  | 'TELEGRAM_API_ROOT'
  | 'SUPREME_DEV_TELEGRAM_IDS'
  | 'DEVELOPERS_CHAT_ID'
  | 'OPS_BOARD_URL'
  | 'CLINIC_TIMEZONE'
  | 'PEREZVON_HOME'
  | 'PHONE_HASH_KEY'
  | 'TELEGRAM_PERSON_PER_MINUTE'
> &
  RecordingVariables &
  TransportOptions;

/** The gateway before it runs: what it works with, and the bot that knows how to handle an update. */
export interface Gateway {
  deps: GatewayDeps;
  bot: Bot<GatewayContext>;
  /** Gives up what it holds in the database. */
  close: Stop;
}

/** Connects to Telegram and reads the texts; takes nothing yet. @throws ConfigError when the token is refused */
export const openGateway = async (messaging: MessagingDeps, options: GatewayOptions): Promise<Gateway> => {
  const bot = await connectBot<GatewayContext>({
    token: options.TELEGRAM_BOT_TOKEN,
    apiRoot: options.TELEGRAM_API_ROOT,
  });
  const locks = openHeldLocks(messaging.db, CHAT_LOCKS);
  bot.api.config.use(noticeUnreachable(messaging));
  const deps: GatewayDeps = {
    ...messaging,
    api: bot.api,
    outside: telegramAnswers(bot.api),
    botId: bot.botInfo.id,
    botName: bot.botInfo.username,
    phoneHashKey: await phoneHashKeyOf(options),
    texts: readTexts((problem) => messaging.log.error({ problem }, 'text missing')),
    screens: indexScreens(SCREENS, ACTIONS),
    readRecording: makeRecordingReader(recordingOptions(options, options.PEREZVON_HOME)),
    convertRecording: await openConverter(messaging.log, options.RECORDINGS_FFMPEG),
    recordingSlots: makeSlots(RECORDINGS_AT_ONCE),
    lanes: makeLanes(acrossProcesses(locks, messaging.log)),
    rateLimit: makeRateLimit({
      perMinute: options.TELEGRAM_PERSON_PER_MINUTE,
      burst: TAPS_AT_ONCE,
      now: messaging.now,
    }),
    timezone: options.CLINIC_TIMEZONE,
    supremeDevIds: options.SUPREME_DEV_TELEGRAM_IDS,
    developersChatId: options.DEVELOPERS_CHAT_ID ?? null,
    spokenLanguages: makeSpokenLanguages(),
    surroundings: surroundingsOf(messaging, options.OPS_BOARD_URL),
  };
  bot.use(makeComposer(deps));
  return { deps, bot, close: () => locks.close() };
};

/**
 * Takes updates and events until stopped.
 * @returns a stop that takes no more updates first, lets what runs finish, and confirms to Telegram what was handled
 * @throws ConfigError when Telegram does not know the token, or does not want the webhook
 */
export const start = async (messaging: MessagingDeps, options: GatewayOptions): Promise<Stop> => {
  const { deps, bot, close } = await openGateway(messaging, options);
  const stack = createStopStack(deps.log);
  stack.push('chat locks', close);
  try {
    await applySupremeDevs(deps);
    await setDefaultCommands(deps.api, deps.texts);
    stack.push('consumers', consume('bot-gateway', { intents: intents(deps), events: events(deps) }, deps));
    for (const { name, seconds, task } of TASKS)
      stack.push(
        name,
        runEvery(seconds, name, () => task(deps), deps),
      );
    stack.push('notifications', startNotifications(deps));
    stack.push('updates', await receiveUpdates(deps, options, (update) => dispatch(deps, bot, update)));
  } catch (error) {
    await stack.unwind();
    throw error;
  }
  return () => stack.unwind();
};
