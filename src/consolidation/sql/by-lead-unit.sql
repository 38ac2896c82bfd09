-- By lead unit. Spellings that differ in capitals only are one, as on the sheet.
SELECT
  MIN(lead_unit) AS lead_unit,
/* figures */
FROM task_outcomes
GROUP BY LOWER(lead_unit)
ORDER BY MIN(task_order), LOWER(lead_unit)
