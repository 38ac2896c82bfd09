import type { Command } from '../../commands/command';
import type { IssuedZip, IssueInput } from '../../commands/issue/issue-zip';

/** Workbooks are made with code that nothing else in the pane needs: it comes when it is first asked for. */
export const lazyIssueZip: Command<IssueInput, IssuedZip> = {
  id: 'issue-workbooks',
  labelKey: 'command.issue-workbooks',
  progressKey: 'units.issue.progress',
  stoppable: true,
  run: async (context, input) =>
    (await import('../../commands/issue/issue-zip')).issueZip.run(context, input),
};
