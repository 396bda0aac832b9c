import { DAY_MS, HOUR_MS, MINUTE_MS, type Client, type MonthWriter } from './month-writer.js';
import { namesOtherNumber, namesOwnNumber, voicemail } from './said-numbers.js';

/** The lines of the clinic, of which clients speak. */
const CLINIC_LINES = ['+74951234567', '+74957654321'] as const;

/** When the callback of a story is given: so long after the call. */
const GIVEN_AFTER_MS = HOUR_MS;
const LONGEST_WAIT_H = 30;

/** A story that begins at `at`; its callback is given an hour later. */
type Story = (month: MonthWriter, at: number, story: string) => void;

/** A moment after the callback was given. */
const later = (month: MonthWriter, at: number): number =>
  at + GIVEN_AFTER_MS + month.random.int(5, LONGEST_WAIT_H * 60) * MINUTE_MS;
const talkSeconds = (month: MonthWriter): number => month.random.int(30, 600);
const noTalk = (month: MonthWriter): number => (month.random.chance(0.6) ? 0 : month.random.int(1, 29));

/** The client calls; somebody is given a callback. */
const asks = (month: MonthWriter, at: number, story: string): { client: Client; historyId: number } => {
  const client = month.newClient();
  const historyId = month.ring({ at, client });
  month.give(historyId, client, at + GIVEN_AFTER_MS, story);
  return { client, historyId };
};

const attempts = (month: MonthWriter, client: Client, at: number): void => {
  for (let count = month.random.int(1, 4); count > 0; count -= 1)
    month.dial({ at: later(month, at), client, seconds: noTalk(month) });
};

const answered: Story = (month, at, story) => {
  const { client } = asks(month, at, story);
  month.dial({ at: later(month, at), client, seconds: talkSeconds(month) });
};

const answeredAfterAttempts: Story = (month, at, story) => {
  const { client } = asks(month, at, story);
  attempts(month, client, at);
  month.dial({ at: later(month, at), client, seconds: talkSeconds(month) });
};

const neverReached: Story = (month, at, story) => attempts(month, asks(month, at, story).client, at);

const onlyBefore: Story = (month, at, story) => {
  const { client } = asks(month, at, story);
  month.dial({
    at: at + GIVEN_AFTER_MS - month.random.int(1, 50) * MINUTE_MS,
    client,
    seconds: talkSeconds(month),
  });
  if (month.random.chance(0.5)) attempts(month, client, at);
};

const machine: Story = (month, at, story) => {
  const { client } = asks(month, at, story);
  month.dial({ at: later(month, at), client, seconds: 45, isMachine: true, turns: voicemail() });
};

const corrected: Story = (month, at, story) => {
  const { client } = asks(month, at, story);
  const saidSeconds = month.random.pick([0, 12, null]);
  month.dial({ at: later(month, at), client, seconds: talkSeconds(month), saidSeconds });
};

const twoCallbacks: Story = (month, at, story) => {
  const { client } = asks(month, at, story);
  const second = month.ring({ at: at + 20 * MINUTE_MS, client });
  month.give(second, client, at + GIVEN_AFTER_MS + 5 * MINUTE_MS, story);
  // A talk between the two orders answers the first only; the one after both answers what is open.
  if (month.random.chance(0.3))
    month.dial({ at: at + GIVEN_AFTER_MS + 2 * MINUTE_MS, client, seconds: talkSeconds(month) });
  else month.dial({ at: later(month, at + 10 * MINUTE_MS), client, seconds: talkSeconds(month) });
};

const hiddenNamesNumber: Story = (month, at, story) => {
  const client = month.newClient();
  const historyId = month.ring({
    at,
    client,
    phone: null,
    turns: namesOwnNumber(client.phone, month.random),
  });
  month.give(historyId, client, at + GIVEN_AFTER_MS, story);
  month.dial({ at: later(month, at), client, seconds: talkSeconds(month) });
};

const namesSecondNumber: Story = (month, at, story) => {
  const [client, second] = [month.newClient(), month.newPhone()];
  const historyId = month.ring({ at, client, turns: namesOwnNumber(second, month.random) });
  month.give(historyId, client, at + GIVEN_AFTER_MS, story);
  month.dial({ at: later(month, at), client, phone: second, seconds: talkSeconds(month) });
};

const namedSecondBefore: Story = (month, at, story) => {
  const [client, second] = [month.newClient(), month.newPhone()];
  month.ring({ at: at - 30 * MINUTE_MS, client, turns: namesOwnNumber(second, month.random) });
  const historyId = month.ring({ at, client });
  month.give(historyId, client, at + GIVEN_AFTER_MS, story);
  month.dial({ at: later(month, at), client, phone: second, seconds: talkSeconds(month) });
};

const callsFromSecond: Story = (month, at, story) => {
  const { client } = asks(month, at, story);
  const second = month.newPhone();
  month.ring({
    at: at + 2 * MINUTE_MS,
    client,
    phone: second,
    turns: namesOwnNumber(client.phone, month.random),
  });
  month.dial({ at: later(month, at), client, phone: second, seconds: talkSeconds(month) });
};

const lateTranscript: Story = (month, at, story) => {
  const [client, second] = [month.newClient(), month.newPhone()];
  const ring = { at, client, turns: namesOwnNumber(second, month.random) };
  const historyId = month.ringWithLateTranscript(ring, at + 2 * DAY_MS);
  month.give(historyId, client, at + GIVEN_AFTER_MS, story);
  month.dial({ at: later(month, at), client, phone: second, seconds: talkSeconds(month) });
};

const namesRelative: Story = (month, at, story) => {
  const [client, relative] = [month.newClient(), month.newClient()];
  const turns = namesOtherNumber('relative', relative.phone, month.random);
  const historyId = month.ring({ at, client, turns });
  month.give(historyId, client, at + GIVEN_AFTER_MS, story);
  month.dial({ at: later(month, at), client: relative, seconds: talkSeconds(month) });
};

const namesClinic: Story = (month, at, story) => {
  const [client, clinic] = [month.newClient(), month.newClient()];
  const line = month.random.pick(CLINIC_LINES);
  const historyId = month.ring({ at, client, turns: namesOtherNumber('clinic', line, month.random) });
  month.give(historyId, client, at + GIVEN_AFTER_MS, story);
  month.dial({ at: later(month, at), client: clinic, phone: line, seconds: talkSeconds(month) });
};

const namesDocument: Story = (month, at, story) => {
  const [client, stranger] = [month.newClient(), month.newClient()];
  const turns = namesOtherNumber('document', stranger.phone, month.random);
  const historyId = month.ring({ at, client, turns });
  month.give(historyId, client, at + GIVEN_AFTER_MS, story);
  month.dial({ at: later(month, at), client: stranger, seconds: talkSeconds(month) });
};

const saidDone: Story = (month, at, story) => {
  const { client, historyId } = asks(month, at, story);
  const doneAt = at + GIVEN_AFTER_MS + 3 * HOUR_MS;
  month.move('complete', historyId, doneAt);
  month.dial({ at: doneAt - month.random.int(5, 100) * MINUTE_MS, client, seconds: talkSeconds(month) });
};

const saidDoneCalledDaysLater: Story = (month, at, story) => {
  const { client, historyId } = asks(month, at, story);
  const doneAt = at + GIVEN_AFTER_MS + 3 * HOUR_MS;
  month.move('complete', historyId, doneAt);
  month.dial({ at: doneAt + month.random.int(2, 60) * HOUR_MS, client, seconds: talkSeconds(month) });
};

const failedThenCalled: Story = (month, at, story) => {
  const { client, historyId } = asks(month, at, story);
  const failedAt = at + GIVEN_AFTER_MS + 3 * HOUR_MS;
  month.move('fail', historyId, failedAt);
  month.dial({ at: failedAt + month.random.int(5, 600) * MINUTE_MS, client, seconds: talkSeconds(month) });
};

const sentBack: Story = (month, at, story) => {
  const { client, historyId } = asks(month, at, story);
  const doneAt = at + GIVEN_AFTER_MS + 30 * MINUTE_MS;
  month.move('complete', historyId, doneAt);
  month.move('return', historyId, doneAt + 2 * HOUR_MS);
  month.dial({ at: doneAt + HOUR_MS + 30 * MINUTE_MS, client, seconds: talkSeconds(month) });
  if (month.random.chance(0.5)) month.dial({ at: doneAt + 3 * HOUR_MS, client, seconds: talkSeconds(month) });
};

const hiddenSilent: Story = (month, at, story) => {
  const client = month.newClient();
  const historyId = month.ring({ at, client, phone: null });
  month.give(historyId, client, at + GIVEN_AFTER_MS, story);
  month.dial({ at: later(month, at), client, seconds: talkSeconds(month) });
};

const secondNeverNamed: Story = (month, at, story) => {
  const { client } = asks(month, at, story);
  month.dial({ at: later(month, at), client, phone: month.newPhone(), seconds: talkSeconds(month) });
};

/** How many of a hundred or so callbacks go like this; the last two no telephony can prove. */
export const STORIES: readonly { name: string; weight: number; tell: Story }[] = [
  { name: 'answered', weight: 70, tell: answered },
  { name: 'answered after attempts', weight: 20, tell: answeredAfterAttempts },
  { name: 'never reached', weight: 15, tell: neverReached },
  { name: 'talk before it was given', weight: 12, tell: onlyBefore },
  { name: 'a machine answers', weight: 8, tell: machine },
  { name: 'talk corrected later', weight: 10, tell: corrected },
  { name: 'two callbacks of one client', weight: 8, tell: twoCallbacks },
  { name: 'hidden, names a number', weight: 8, tell: hiddenNamesNumber },
  { name: 'names another number', weight: 12, tell: namesSecondNumber },
  { name: 'named another number before', weight: 6, tell: namedSecondBefore },
  { name: 'calls again from another number', weight: 5, tell: callsFromSecond },
  { name: 'transcript after the call-back', weight: 4, tell: lateTranscript },
  { name: 'names a relative’s number', weight: 6, tell: namesRelative },
  { name: 'names the clinic’s number', weight: 4, tell: namesClinic },
  { name: 'names a document', weight: 3, tell: namesDocument },
  { name: 'said done, call comes later', weight: 6, tell: saidDone },
  { name: 'said done, called days later', weight: 4, tell: saidDoneCalledDaysLater },
  { name: 'failed, then called', weight: 3, tell: failedThenCalled },
  { name: 'sent back', weight: 4, tell: sentBack },
  { name: 'hidden, names nothing', weight: 1, tell: hiddenSilent },
  { name: 'another number never named', weight: 1, tell: secondNeverNamed },
];
