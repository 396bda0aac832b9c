/** Anything a person who starts the simulator has to do something about; the message says what. */
export class SimulatorError extends Error {
  override readonly name: string = 'SimulatorError';
}

/** Another program listens on the wanted port. */
export class PortInUseError extends SimulatorError {
  override readonly name = 'PortInUseError';
  readonly port: number;

  constructor(port: number, options?: ErrorOptions) {
    super(`port ${port} is in use: stop the other program or set SIMULATOR_PORT to a free port`, options);
    this.port = port;
  }
}

/** The kept state cannot be read. */
export class SimulatorStateError extends SimulatorError {
  override readonly name = 'SimulatorStateError';

  constructor(what: string, options?: ErrorOptions) {
    super(`${what}: delete the simulator's state folder to start with empty chats`, options);
  }
}

/** A test waited for something that did not come. */
export class WaitTimeoutError extends SimulatorError {
  override readonly name = 'WaitTimeoutError';
}

/** A test asked for a person that was never added. */
export class UnknownPersonError extends SimulatorError {
  override readonly name = 'UnknownPersonError';

  constructor(personId: number) {
    super(`nobody with id ${personId} is in the simulator: add the person to \`people\` or call addPerson`);
  }
}

/** A test asked for a group that was never made. */
export class UnknownGroupError extends SimulatorError {
  override readonly name = 'UnknownGroupError';

  constructor(groupId: number) {
    super(`there is no group ${groupId} in the simulator: add it to \`groups\` or call addGroup`);
  }
}

/** Somebody wants to write in a group he is not in. */
export class NotAMemberError extends SimulatorError {
  override readonly name = 'NotAMemberError';

  constructor(personId: number, groupId: number) {
    super(`person ${personId} is no member of group ${groupId}: add the person to its \`memberIds\``);
  }
}
