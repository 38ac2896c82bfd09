/** HTTP status of each code, as Excel's REST form of the same API gives it; 400 where none is listed. */
const STATUS_CODES: Record<string, number> = {
  AccessDenied: 403,
  ApiNotFound: 404,
  Conflict: 409,
  GeneralException: 500,
  ItemAlreadyExists: 409,
  ItemNotFound: 404,
  NotImplemented: 501,
};

/**
 * An error on its way from a member to the end of its action. `code` is one of Excel.ErrorCodes; add-ins
 * branch on it and never on the message.
 */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** "Class.member", set where the member is known. */
    public location = '',
  ) {
    super(message);
    this.name = 'HostError';
  }

  get status(): number {
    return STATUS_CODES[this.code] ?? 400;
  }
}

export const createInvalidArgumentError = (message: string): HostError =>
  new HostError('InvalidArgument', message);
export const createItemNotFoundError = (message: string): HostError => new HostError('ItemNotFound', message);
