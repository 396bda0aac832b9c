const HASH_BYTES = 32;

let numbers = 0;

/** The hash of a number that no other call has. */
export const somePhoneHash = (): Uint8Array<ArrayBuffer> => {
  numbers += 1;
  return new Uint8Array(Buffer.from(String(numbers).padStart(HASH_BYTES, '0')));
};
