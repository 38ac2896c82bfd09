/** What the DOM's types lack of a worker's own scope. */
export type WorkerScope<Message, Answer> = {
  postMessage: (message: Answer) => void;
  onmessage: ((event: MessageEvent<Message>) => void) | null;
};
