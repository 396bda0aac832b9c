export { type ModelAnswer } from './answer.js';
export { createChallenger, type Challenger } from './challenger.js';
export {
  ChallengerEnvironment,
  challengerSettings,
  ChallengerVariables,
  checkChallenger,
  type ChallengerSettings,
} from './environment.js';
export { createModelClient, type ModelClient } from './model-client.js';
export { type Failure, type Reply } from './reply.js';
export { type AnswerFormat, type ModelRequest } from './request.js';
