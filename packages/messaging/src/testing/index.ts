export { carryOut } from './carry-out.js';
export { testBackends, type TestBackend } from './backends.js';
export { startHarness, type Harness, type HarnessOptions } from './harness.js';
export { outboxMessages, outboxTypes } from './outbox.js';
