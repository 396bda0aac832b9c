export { startSimulator, type Simulator, type SimulatorOptions } from './simulator.js';
export type { ButtonChoice, Person, TapOptions } from './person/person.js';
export type { Group } from './person/group.js';
export type { Faults } from './faults.js';
export type { Log } from './deps.js';
export type {
  Attachment,
  AttachmentKind,
  CallbackAnswer,
  ChatMessage,
  MessageButton,
  SimulatedGroup,
  SimulatedPerson,
  TextEntity,
} from './state/model.js';
export {
  NotAMemberError,
  PortInUseError,
  SimulatorError,
  SimulatorStateError,
  UnknownGroupError,
  UnknownPersonError,
  WaitTimeoutError,
} from './errors.js';
