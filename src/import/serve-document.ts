import type { ReportStage } from '../readers/pool/reader-port';
import type { RawDocument } from '../readers/raw-document';
import { getFaultText } from '../shared/faults';
import { err, type Result } from '../shared/result';
import type { DocumentAnswer, DocumentRequest } from './document-reader';
import { readDocument } from './read-document';

/** The index of the one document that is read at a time. */
const ONLY_JOB = 0;

/** Documents up to these sizes are assembled in no time, whatever they hold. */
const MAX_SMALL_CELLS = 2_000;
const MAX_SMALL_CHARACTERS = 50_000;

function isSmall({ blocks }: RawDocument): boolean {
  let cells = 0;
  let characters = 0;
  for (const block of blocks) {
    if (block.kind === 'text') characters += block.text.length;
    else {
      cells += block.cells.length;
      for (const { text } of block.cells) characters += text.length;
    }
  }
  return cells <= MAX_SMALL_CELLS && characters <= MAX_SMALL_CHARACTERS;
}

/**
 * Reads a document behind a port, and tries how it is assembled if it is large: what would keep the caller busy for
 * minutes is met here, where it can be ended.
 */
async function readTried(
  read: () => Result<RawDocument> | Promise<Result<RawDocument>>,
  onStage: ReportStage,
): Promise<Result<RawDocument>> {
  const document = await read();
  if (!document.ok || isSmall(document.value)) return document;
  onStage('loading');
  const { readDocumentContent } = await import('./plan-document/read-document-content');
  onStage('reading');
  readDocumentContent(document.value);
  return document;
}

/**
 * Answers a request for a document. `load`: how the platform finds the bytes of a file. An error of the program is an
 * answer too: it must not end the reader.
 */
export async function serveDocument(
  { document }: DocumentRequest,
  load: (source: unknown) => Promise<Result<Uint8Array>>,
  answer: (message: DocumentAnswer) => void,
): Promise<void> {
  const job = ONLY_JOB;
  const { file } = document;
  const onStage: ReportStage = (stage) => answer({ job, stage });
  const readHere = async (): Promise<Result<RawDocument>> => {
    if (document.kind === 'clipboard') {
      const { readClipboard } = await import('./read-clipboard');
      return readTried(() => readClipboard(document, file), onStage);
    }
    const bytes = await load(document.source);
    if (!bytes.ok) return bytes;
    const onPage = (done: number, total: number): void => answer({ job, page: { done, total } });
    return readTried(() => readDocument(bytes.value, file, { onPage, onStage }), onStage);
  };
  onStage('reading');
  try {
    answer({ job, outcome: await readHere() });
  } catch (fault) {
    answer({ job, outcome: err('reader-fault', { file }, { reason: getFaultText(fault) }) });
  }
}
