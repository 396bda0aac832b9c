import { setTimeout as pause } from 'node:timers/promises';
import { assertSchemaCompatibility, PostgresConnection, type PostgresPoolConfig } from 'bullmq';

/**
 * A pool of BullMQ whose first connection may fail. BullMQ itself keeps the outcome of the first one, also when the
 * server was too busy to answer in time: every later call then fails at once and for good, and a worker's loop turns
 * without ever letting anything else in the process run. Here the next call tries again.
 */
export class ReopeningConnection extends PostgresConnection {
  private opening: Promise<void> | null = null;

  /** @param retryAfterMs calls fail this long after the try that failed: for whoever calls again at once */
  constructor(
    options: PostgresPoolConfig,
    private readonly retryAfterMs: number,
  ) {
    super(options);
  }

  override waitUntilReady(): Promise<void> {
    return (this.opening ??= this.open());
  }

  private async open(): Promise<void> {
    try {
      await this.check();
    } catch (error) {
      if (!this.isClosing) await pause(this.retryAfterMs);
      this.opening = null;
      throw error;
    }
    // After those who wait for the connection have gone on, as BullMQ does it.
    setTimeout(() => this.emit('ready'), 0);
  }

  private async check(): Promise<void> {
    const client = await this.pool.connect();
    try {
      await assertSchemaCompatibility(client, this.schema);
    } finally {
      client.release();
    }
  }
}
