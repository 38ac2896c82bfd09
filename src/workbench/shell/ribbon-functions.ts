import { type AttachedFrame, attachFrame } from '@phuluc/excel-simulator/transports/attach-frame';
import type { Editor } from '../editor/create-editor';

type RibbonFunctions = { run: (name: string, controlId: string) => void; close: () => void };

/** Runs ribbon functions in the add-in's function page, which is loaded hidden at the first press, as Excel does. */
export function createRibbonFunctions(editor: Editor, documentUrl: string): RibbonFunctions {
  let page: { frame: HTMLIFrameElement; attached: AttachedFrame } | null = null;
  const open = (): AttachedFrame => {
    if (page) return page.attached;
    const frame = document.createElement('iframe');
    frame.hidden = true;
    frame.title = 'commands';
    const attached = attachFrame(frame, editor.session, {
      url: 'commands.html',
      documentUrl,
      onBatch: editor.batchDone,
    });
    document.body.append(frame);
    page = { frame, attached };
    return attached;
  };
  return {
    run: (name, controlId) => open().invokeCommand(controlId, name),
    close: () => {
      page?.attached.close();
      page?.frame.remove();
      page = null;
    },
  };
}
