import type { JobObservation } from '@perezvon/messaging';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** From a duplicate that is only looked up (1 ms) to a job that should have been cut up (30 s). */
const JOB_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30];

const JOB_DURATION = 'perezvon_job_duration_seconds';

/** The metrics of one process. */
export interface ProcessMetrics {
  registry: Registry;
  observeJob: (observation: JobObservation) => void;
}

/** A registry with Node's default metrics and the durations of jobs by queue, type and result. */
export const createMetrics = (): ProcessMetrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: JOB_DURATION,
    help: 'Time one delivery of a message took, by queue, message type and result',
    labelNames: ['queue', 'type', 'result'],
    buckets: JOB_SECONDS,
    registers: [registry],
  });
  return {
    registry,
    observeJob: ({ queue, type, result, seconds }) => duration.observe({ queue, type, result }, seconds),
  };
};
