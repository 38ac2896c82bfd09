import { serveRequest } from '../protocol/serve-request';
import type { Session } from '../protocol/types';

/** What office.js passes of a request, and what it expects back (IRequestExecutor of its core). */
type RequestMessage = { Body: string | object };
type ResponseMessage = {
  HttpStatusCode: number;
  ErrorCode: string;
  ErrorMessage: string;
  Headers: null;
  Body: unknown;
};

function createResponse(code: number, error: string, body: unknown): ResponseMessage {
  return {
    HttpStatusCode: code,
    ErrorCode: error,
    ErrorMessage: error,
    Headers: null,
    Body: body,
  };
}

/**
 * Wraps a session as office.js accepts one: `Excel.run(connection, work)` does the work on the session's
 * workbook in memory, not on the one that is open in Excel. Every office.js asks its session for an executor
 * of requests in this way, on all platforms.
 */
export function createInMemoryConnection(session: Session): OfficeExtension.RequestUrlAndHeaderInfo {
  const executor = {
    executeAsync: (_data: string, _flags: number, { Body }: RequestMessage): Promise<ResponseMessage> => {
      const served = serveRequest(session, typeof Body === 'string' ? Body : JSON.stringify(Body));
      return Promise.resolve(
        served.kind === 'body'
          ? createResponse(200, '', JSON.parse(served.text))
          : createResponse(500, served.kind === 'refused' ? served.code : 'GeneralException', null),
      );
    },
  };
  const resolver = {
    _resolveRequestUrlAndHeaderInfo: () => Promise.resolve(null),
    _createRequestExecutorOrNull: () => executor,
  };
  // The types only know the address of a service.
  return resolver as unknown as OfficeExtension.RequestUrlAndHeaderInfo;
}
