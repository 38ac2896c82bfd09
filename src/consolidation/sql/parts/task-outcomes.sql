-- One row a whole task of a unit, with its outcome on the day counted: every task has exactly one. Rows of single
-- occurrences are left out, so that a monthly task counts once.
SELECT
  ledger.sender,
  ledger.unit,
  ledger.unit_name,
  ledger.kind,
  ledger.task_id,
  ledger.task_order,
  ledger.section,
  ledger.section_title,
  ledger.content,
  ledger.lead_unit,
  ledger.applicability,
  ledger.state,
  ledger.due,
  ledger.done_on,
  ledger.corrected,
  ledger.file,
  ledger.sheet,
  ledger.cell,
  ledger.document,
  CASE
    WHEN ledger.applicability = 'notPerformed' THEN 'notPerformed'
    WHEN ledger.applicability <> 'performed' THEN 'undecided'
    WHEN ledger.state = 'nothingArisen' THEN 'nothingArisen'
    WHEN ledger.state IS NULL THEN 'needsReview'
    WHEN ledger.due IS NULL AND ledger.deadline = 'unread' THEN 'needsReview'
    WHEN ledger.state = 'done' AND ledger.due IS NULL THEN 'doneOpen'
    WHEN ledger.state = 'done' AND ledger.done_on IS NULL THEN 'needsReview'
    WHEN ledger.state = 'done' AND ledger.done_on < ledger.due THEN 'doneEarly'
    WHEN ledger.state = 'done' AND ledger.done_on = ledger.due THEN 'doneOnTime'
    WHEN ledger.state = 'done' THEN 'doneLate'
    WHEN ledger.state = 'inProgress' AND report_day.as_of > ledger.due THEN 'inProgressLate'
    WHEN ledger.state = 'inProgress' THEN 'inProgress'
    WHEN report_day.as_of > ledger.due THEN 'notStartedLate'
    ELSE 'notStarted'
  END AS outcome
FROM ledger
CROSS JOIN report_day
WHERE ledger.occurrence = ''
