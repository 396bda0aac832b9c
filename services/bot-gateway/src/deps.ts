import type { MessagingDeps } from '@perezvon/messaging';
import type { Api } from 'grammy';
import type { Convert } from './recordings/ffmpeg.js';
import type { SpokenLanguages } from './people/spoken-languages.js';
import type { ReadRecording } from './recordings/read-recording.js';
import type { Slots } from './recordings/slots.js';
import type { ScreenIndex } from './screens/screen-index.js';
import type { Lanes } from './telegram/lanes.js';
import type { RateLimit } from './telegram/rate-limit.js';
import type { Surroundings } from './surroundings.js';
import type { Texts } from './text/translate.js';

/** What the gateway is made of; built once at its start. */
export interface GatewayDeps extends MessagingDeps {
  api: Api;
  /** A `file_id` belongs to one bot. */
  botId: number;
  /** Its @name without the @. */
  botName: string;
  texts: Texts;
  screens: ScreenIndex;
  readRecording: ReadRecording;
  /** null: there is no ffmpeg, what Telegram does not play goes as a file. */
  convertRecording: Convert | null;
  /** Recordings are held in memory while they travel: only so many at once. */
  recordingSlots: Slots;
  lanes: Lanes;
  /** Finds a client's calls by the number that somebody typed. */
  phoneHashKey: Buffer;
  rateLimit: RateLimit;
  /** IANA name: the clinic's clock. */
  timezone: string;
  /** Telegram ids from the configuration: the only way to be supreme_dev. */
  supremeDevIds: ReadonlySet<bigint>;
  /** Where the developers read what people report; null: each developer in his own chat. */
  developersChatId: bigint | null;
  spokenLanguages: SpokenLanguages;
  surroundings: Surroundings;
}
