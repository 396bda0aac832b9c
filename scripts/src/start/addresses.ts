import { join, relative } from 'node:path';
import { OPS_PASSWORD_SECRET } from '@perezvon/queue-board/config';

/** Where everything is, once it runs. */
export interface Addresses {
  /** The simulator's web chat; null: the bot is in Telegram. */
  chatUrl: string | null;
  ingestPort: number;
  opsPort: number;
  opsUser: string;
  home: string;
  /** Whether the token and the password were set by hand: then there is no file to read them from. */
  isIngestTokenSet: boolean;
  isOpsPasswordSet: boolean;
}

/** The file in `<home>/secrets` that call-ingest makes for itself. */
const INGEST_TOKEN_SECRET = 'ingest-token';

const SAMPLE_CALL = {
  history_id: 900001,
  direction: 'inbound',
  await_sec: 12,
  talk_duration: 45,
  operator: 'op-1',
  transcript:
    'Оператор: Клиника, добрый день!\nКлиент: Третий раз звоню, вы обещали перезвонить и не перезвонили.',
};
const LABEL_WIDTH = 13;

/** The queue board, from this machine. */
export const boardAddress = (opsPort: number): string => `http://127.0.0.1:${opsPort}/queues`;

/** As short as it can be typed: below the folder one stands in, else the whole path. */
const shownPath = (path: string, from: string): string => {
  const below = relative(from, path);
  return below.startsWith('..') ? path : below;
};

/** Ready to be pasted into a shell; the token is read from its file, never shown. */
const curlLine = ({ ingestPort, isIngestTokenSet }: Addresses, tokenFile: string, now: Date): string => {
  const token = isIngestTokenSet ? '$INGEST_TOKEN' : `$(cat ${tokenFile})`;
  const call = JSON.stringify({ ...SAMPLE_CALL, call_date: now.toISOString() });
  return `curl -sS http://127.0.0.1:${ingestPort}/v1/calls -H "Authorization: Bearer ${token}" -H 'Content-Type: application/json' -d '${call}'`;
};

/**
 * What a person needs to know after the start.
 * @param from the folder the person stands in
 */
export const addressLines = (addresses: Addresses, from: string, now: Date): string[] => {
  const { chatUrl, opsPort, opsUser, home, isOpsPasswordSet } = addresses;
  const secret = (name: string): string => shownPath(join(home, 'secrets', name), from);
  const rows = [
    ['Chat', chatUrl ?? 'your bot in Telegram'],
    ['Send a call', curlLine(addresses, secret(INGEST_TOKEN_SECRET), now)],
    ['Queue board', boardAddress(opsPort)],
    [
      '',
      `user ${opsUser}, password ${isOpsPasswordSet ? 'in OPS_PASSWORD' : `in ${secret(OPS_PASSWORD_SECRET)}`}`,
    ],
    ['Logs', shownPath(join(home, 'logs'), from)],
  ];
  return rows.map(([label = '', text = '']) => `  ${label.padEnd(LABEL_WIDTH)}${text}`);
};
