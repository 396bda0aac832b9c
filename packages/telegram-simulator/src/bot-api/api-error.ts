/** A refusal in Telegram's words; becomes `{ ok: false, error_code, description, parameters }`. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: number;
  /** Only for 429. */
  readonly retryAfterS: number | undefined;

  constructor(code: number, description: string, retryAfterS?: number) {
    super(description);
    this.code = code;
    this.retryAfterS = retryAfterS;
  }
}

export const badRequest = (what: string): ApiError => new ApiError(400, `Bad Request: ${what}`);

export const errorBody = (error: ApiError) => ({
  ok: false,
  error_code: error.code,
  description: error.message,
  ...(error.retryAfterS !== undefined && { parameters: { retry_after: error.retryAfterS } }),
});
