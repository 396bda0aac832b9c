import { consume, runEvery, type MessagingDeps, type Stop } from '@perezvon/messaging';
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
import { forgetOldScreens } from './store/bot-screens.js';
import { setDefaultCommands } from './telegram/commands.js';
import { connectBot } from './telegram/connect.js';
import { dispatch } from './telegram/dispatch.js';
import { makeLanes } from './telegram/lanes.js';
import { startPolling } from './telegram/poll.js';
import { readTexts } from './text/translate.js';

const LATE_CHECK_EVERY_S = 2;
const FORGET_EVERY_S = 3_600;
/** What people tell the developers goes at once; what Telegram did not take then is looked at this often. */
const DELIVER_EVERY_S = 5;
/** A recording of 50 MB takes twice its size while it travels. */
const RECORDINGS_AT_ONCE = 2;

/** The part of the configuration that the gateway itself uses. */
export type GatewayOptions = Pick<
  GatewayConfig,
  | 'TELEGRAM_BOT_TOKEN'
  | 'TELEGRAM_API_ROOT'
  | 'SUPREME_DEV_TELEGRAM_IDS'
  | 'DEVELOPERS_CHAT_ID'
  | 'CLINIC_TIMEZONE'
  | 'PEREZVON_HOME'
> &
  RecordingVariables;

/** The gateway before it runs: what it works with, and the bot that knows how to handle an update. */
export interface Gateway {
  deps: GatewayDeps;
  bot: Bot<GatewayContext>;
}

/** Connects to Telegram and reads the texts; takes nothing yet. @throws ConfigError when the token is refused */
export const openGateway = async (messaging: MessagingDeps, options: GatewayOptions): Promise<Gateway> => {
  const bot = await connectBot<GatewayContext>({
    token: options.TELEGRAM_BOT_TOKEN,
    apiRoot: options.TELEGRAM_API_ROOT,
  });
  const deps: GatewayDeps = {
    ...messaging,
    api: bot.api,
    botId: bot.botInfo.id,
    texts: readTexts((problem) => messaging.log.error({ problem }, 'text missing')),
    screens: indexScreens(SCREENS, ACTIONS),
    readRecording: makeRecordingReader(recordingOptions(options, options.PEREZVON_HOME)),
    convertRecording: await openConverter(messaging.log, options.RECORDINGS_FFMPEG),
    recordingSlots: makeSlots(RECORDINGS_AT_ONCE),
    lanes: makeLanes(),
    timezone: options.CLINIC_TIMEZONE,
    supremeDevIds: options.SUPREME_DEV_TELEGRAM_IDS,
    developersChatId: options.DEVELOPERS_CHAT_ID ?? null,
    spokenLanguages: makeSpokenLanguages(),
  };
  bot.use(makeComposer(deps));
  return { deps, bot };
};

/**
 * Takes updates and events until stopped.
 * @returns a stop that ends polling first, lets what runs finish, and confirms to Telegram what was handled
 * @throws ConfigError when Telegram does not know the token
 */
export const start = async (messaging: MessagingDeps, options: GatewayOptions): Promise<Stop> => {
  const { deps, bot } = await openGateway(messaging, options);
  await applySupremeDevs(deps);
  await setDefaultCommands(deps.api, deps.texts);

  const stopConsuming = consume('bot-gateway', { intents: intents(deps), events: events(deps) }, deps);
  const stopLateCheck = runEvery(LATE_CHECK_EVERY_S, 'tell-late-answers', () => tellLateAnswers(deps), deps);
  const stopForgetting = runEvery(
    FORGET_EVERY_S,
    'forget-old-screens',
    () => forgetOldScreens(deps.db),
    deps,
  );
  const stopDelivering = runEvery(DELIVER_EVERY_S, 'deliver-problems', () => deliverProblems(deps), deps);
  const stopNotifying = startNotifications(deps);
  const stopPolling = startPolling({
    api: deps.api,
    log: deps.log,
    handle: (update) => dispatch(deps, bot, update),
  });

  return async () => {
    await stopPolling();
    await stopNotifying();
    await stopDelivering();
    await stopForgetting();
    await stopLateCheck();
    await stopConsuming();
  };
};
