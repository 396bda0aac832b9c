export { freePort } from '../embedded/free-port.js';
export {
  givenCall,
  givenClinic,
  givenScore,
  UNEVENTFUL_SCORE,
  type Clinic,
  type GivenCall,
} from './given.js';
export { givenAssignment } from './given-assignment.js';
export { givenAlwaysOpen } from './given-always-open.js';
export { givenNoSummaries } from './given-no-summaries.js';
export { givenRollup } from './given-rollup.js';
export { silentLog } from './silent-log.js';
export { somePhoneHash } from './some-phone-hash.js';
export { testDatabase, type TestDatabase } from './test-database.js';
export { startTestServer, TEST_SERVER_VARIABLE, type TestServer } from './test-server.js';
export { clockAt, until } from './time.js';
